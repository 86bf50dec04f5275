package io.gauntlet.benchmarks.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one JVM measured. */
record ForkResult(Cell cell, List<Iteration> iterations) {

    ForkResult {
        iterations = List.copyOf(iterations);
    }

    double mean(ToDoubleFunction<Iteration> rate) {
        return iterations.stream().mapToDouble(rate).average().orElseThrow();
    }

    /**
     * Operations a second, over all callers together.
     *
     * @param effective operations that did not come to nothing
     */
    record Iteration(double reads, double writes, double effective) {

        /**
         * Checks that something was measured.
         *
         * @throws IllegalArgumentException if nothing was counted, or more came to something than was tried
         */
        Iteration {
            if (!(reads + writes > 0) || effective > reads + writes) {
                throw new IllegalArgumentException("an iteration of " + reads + " reads/s, " + writes + " writes/s and "
                        + effective + " effective/s is no measurement");
            }
        }

        double operations() {
            return reads + writes;
        }
    }
}
