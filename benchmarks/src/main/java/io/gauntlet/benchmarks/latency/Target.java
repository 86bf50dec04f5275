package io.gauntlet.benchmarks.latency;

import org.jspecify.annotations.Nullable;

/** What callers call. */
@FunctionalInterface
interface Target {

    /** Does nothing: what remains is what harness and machine cost. */
    Target NO_OP = position -> true;

    /**
     * Makes the call at {@code position} of the tape.
     *
     * @return its answer; null if it came to nothing
     */
    @Nullable
    Object call(int position);
}
