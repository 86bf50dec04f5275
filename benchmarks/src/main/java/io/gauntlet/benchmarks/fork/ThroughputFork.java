package io.gauntlet.benchmarks.fork;

import io.gauntlet.evidence.RegimeResult.Role;
import java.util.List;

/**
 * What one JVM measured of throughput.
 *
 * @param iterations the measured iterations, in order
 * @param callers one entry for each caller
 * @param history the verdict on what they wrote down
 * @param settlement whether it was in its steady state
 */
public record ThroughputFork(
        ThroughputCell cell,
        List<Iteration> iterations,
        List<CallerTotal> callers,
        JudgedHistory history,
        Settlement settlement)
        implements ForkResult {

    public ThroughputFork {
        iterations = List.copyOf(iterations);
        callers = List.copyOf(callers);
    }

    /** Returns the same as measured after {@code other}, which was not settled. */
    ThroughputFork inPlaceOf(ThroughputFork other) {
        return new ThroughputFork(cell, iterations, callers, history, settlement.inPlaceOf(other));
    }

    /** Returns operations a second, over all measured iterations. */
    public double operations() {
        return iterations.stream().mapToDouble(Iteration::operations).average().orElseThrow();
    }

    /**
     * Operations a second, over all callers together.
     *
     * @param effective operations that did not come to nothing
     */
    public record Iteration(double reads, double writes, double effective) {

        /**
         * Checks that something was measured.
         *
         * @throws IllegalArgumentException if nothing was counted, or more came to something than was tried
         */
        public Iteration {
            if (!(reads + writes > 0) || effective > reads + writes) {
                throw new IllegalArgumentException("an iteration of " + reads + " reads/s, " + writes + " writes/s and "
                        + effective + " effective/s is no measurement");
            }
        }

        public double operations() {
            return reads + writes;
        }
    }

    /**
     * What one caller got in all measured iterations together.
     *
     * @param role what it did
     * @param reads operations that read
     * @param writes operations that wrote
     * @param longestReadNanos the longest that one read took, among those that were timed; 0 where none was
     * @param longestWriteNanos the same of writes
     */
    public record CallerTotal(Role role, long reads, long writes, long longestReadNanos, long longestWriteNanos) {}
}
