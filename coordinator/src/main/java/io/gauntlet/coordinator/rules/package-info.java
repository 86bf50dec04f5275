/**
 * The rules of the coordinator, written once, single-threaded and deterministic, and the tables they work on.
 *
 * <p>Nothing here knows a lock or a thread: time and ids come in as arguments, and who may run a rule when is a guard's
 * affair.
 */
@NullMarked
package io.gauntlet.coordinator.rules;

import org.jspecify.annotations.NullMarked;
