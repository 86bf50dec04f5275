/**
 * The soak when things go wrong around it: callers are interrupted or killed, the store fails or stalls, the queue is full, the
 * heap is short, the clock steps. One {@link io.gauntlet.stress.fault.Fault} at a time, each on a new coordinator, and after
 * each the same questions: do the invariants hold, is every lock free, did the others go on, is all there that was acknowledged.
 *
 * <p>{@link io.gauntlet.stress.fault.Fault} lists them, a {@link io.gauntlet.stress.fault.Provocation} brings one about, {@link
 * io.gauntlet.stress.fault.FaultRun} asks the questions. Nothing here knows how a coordinator is guarded.
 */
@NullMarked
package io.gauntlet.stress.fault;

import org.jspecify.annotations.NullMarked;
