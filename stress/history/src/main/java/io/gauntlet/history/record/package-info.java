/**
 * The recorder: what each caller asks and is told goes into a log of its own, and the run is cut into windows while all
 * callers stand still. It knows histories and the contract, and no judge: whoever takes the windows decides what becomes of
 * them.
 */
@NullMarked
package io.gauntlet.history.record;

import org.jspecify.annotations.NullMarked;
