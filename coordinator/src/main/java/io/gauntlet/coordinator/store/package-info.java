/**
 * Where saved sessions are kept: in a folder of files that survives a kill at any moment, or in memory.
 *
 * <p>Knows the contract's values and no rule, table or guard.
 */
@NullMarked
package io.gauntlet.coordinator.store;

import org.jspecify.annotations.NullMarked;
