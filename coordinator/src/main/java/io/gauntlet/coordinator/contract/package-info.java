/**
 * What is promised: the coordinator's operations, the values they take and return, and the errors they raise.
 *
 * <p>Every value here is immutable. Nothing here knows a lock, a rule's implementation or another package of this
 * library.
 */
@NullMarked
package io.gauntlet.coordinator.contract;

import org.jspecify.annotations.NullMarked;
