package io.gauntlet.benchmarks.statistics;

import java.util.List;

/** What was observed: for each JVM the value of each of its iterations. JVMs are the replicates, iterations lie within. */
public record Replicates(List<List<Double>> forks) {

    /**
     * Checks that something was observed.
     *
     * @throws IllegalArgumentException if there is no fork, a fork without iteration, or a value that is not finite
     */
    public Replicates {
        forks = forks.stream().map(List::copyOf).toList();
        if (forks.isEmpty() || forks.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "forks " + forks + " say nothing: give one at least, each with an iteration");
        }
        if (!forks.stream().flatMap(List::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("forks " + forks + " hold a value that is not finite");
        }
    }

    /** Returns the mean over forks of the mean over each one's iterations. */
    public double mean() {
        return forks.stream().mapToDouble(Replicates::mean).average().orElseThrow();
    }

    private static double mean(List<Double> iterations) {
        return iterations.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
