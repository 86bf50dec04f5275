package io.gauntlet.benchmarks.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * The hierarchical percentile bootstrap: forks are drawn with replacement, then iterations within each fork drawn. It is
 * seeded, so that the same observations give the same interval.
 *
 * <p>With few forks the interval is too narrow, covering less than the 95 % that it aims at: it bounds what was seen in one
 * run, and two intervals that do not overlap are a hint, not a proof.
 *
 * @see <a href="https://doi.org/10.1145/2491894.2464160">Kalibera, Jones: Rigorous Benchmarking in Reasonable Time</a>
 */
public final class Bootstrap {

    private static final int RESAMPLES = 2_000;
    private static final double TAIL = 0.025;

    private final long seed;

    public Bootstrap(long seed) {
        this.seed = seed;
    }

    /** Estimates the mean over forks. */
    public Estimate mean(Replicates observed) {
        Random random = new Random(seed);
        return estimate(observed.mean(), () -> resampledMean(observed.forks(), random));
    }

    /**
     * Estimates the ratio of two means; numerator and denominator are resampled independently.
     *
     * @throws IllegalArgumentException if the denominator holds a value that is not above 0
     */
    public Estimate ratio(Replicates numerator, Replicates denominator) {
        if (denominator.forks().stream().flatMap(List::stream).anyMatch(value -> value <= 0)) {
            throw new IllegalArgumentException(
                    "denominator " + denominator.forks() + " is not valid: each value must be above 0");
        }
        Random random = new Random(seed);
        return estimate(
                numerator.mean() / denominator.mean(),
                () -> resampledMean(numerator.forks(), random) / resampledMean(denominator.forks(), random));
    }

    private static Estimate estimate(double value, DoubleSupplier resampled) {
        double[] sorted = new double[RESAMPLES];
        Arrays.setAll(sorted, index -> resampled.getAsDouble());
        Arrays.sort(sorted);
        int cut = (int) (RESAMPLES * TAIL);
        // Rounding may put a sum in another order beside the value itself.
        return new Estimate(value, Math.min(value, sorted[cut]), Math.max(value, sorted[RESAMPLES - 1 - cut]));
    }

    private static double resampledMean(List<List<Double>> forks, Random random) {
        double sumOverForks = 0;
        for (int draw = 0; draw < forks.size(); draw++) {
            List<Double> fork = forks.get(random.nextInt(forks.size()));
            double sum = 0;
            for (int iteration = 0; iteration < fork.size(); iteration++) {
                sum += fork.get(random.nextInt(fork.size()));
            }
            sumOverForks += sum / fork.size();
        }
        return sumOverForks / forks.size();
    }
}
