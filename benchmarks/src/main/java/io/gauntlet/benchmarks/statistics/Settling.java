package io.gauntlet.benchmarks.statistics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The question whether a JVM settled: somewhere, {@code window} iterations in a row vary by less than {@code threshold}
 * (their standard deviation divided by their mean), after Georges, Buytaert and Eeckhout.
 *
 * <p>Many a JVM never settles, however long it runs, as Barrett et al. found; to drop those would be to measure only what
 * behaves well. So their share is reported, and their numbers count like the others'. The criterion is coarse where
 * iterations are few: three that happen to agree say little, and a slow drift passes.
 *
 * @param window iterations in a row, 2 at least
 * @param threshold of the coefficient of variation, above 0
 * @see <a href="https://doi.org/10.1145/1297027.1297033">Georges, Buytaert, Eeckhout: Statistically Rigorous Java
 *     Performance Evaluation</a>
 * @see <a href="https://doi.org/10.1145/3133876">Barrett et al.: Virtual Machine Warmup Blows Hot and Cold</a>
 */
public record Settling(int window, double threshold) {

    /**
     * Three in a row, within 5 %. Georges et al. ask for more (ten or so, within 1 or 2 %), of long runs; here iterations
     * are few, and many callers on few cores vary in ways that no warm-up ends.
     */
    public static final Settling USUAL = new Settling(3, 0.05);

    /**
     * Checks the criterion.
     *
     * @throws IllegalArgumentException if the window is below 2, or the threshold not above 0
     */
    public Settling {
        if (window < 2) {
            throw new IllegalArgumentException("window " + window + " is not valid: it must be 2 at least");
        }
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("threshold " + threshold + " is not valid: it must be above 0");
        }
    }

    /** Returns the share of forks that never settled; absent if one has fewer iterations than the window. */
    public OptionalDouble neverSettled(Replicates observed) {
        if (observed.forks().stream().anyMatch(iterations -> iterations.size() < window)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(observed.forks().stream()
                .mapToDouble(iterations -> settled(iterations) ? 0 : 1)
                .average()
                .orElseThrow());
    }

    private boolean settled(List<Double> iterations) {
        return IntStream.rangeClosed(0, iterations.size() - window)
                .mapToObj(from -> iterations.subList(from, from + window))
                .anyMatch(inARow -> coefficientOfVariation(inARow) < threshold);
    }

    /** Returns NaN for all zeros: a fork that does nothing has not settled. */
    private static double coefficientOfVariation(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.size() - 1)) / Math.abs(mean);
    }
}
