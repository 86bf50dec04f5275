package io.gauntlet.benchmarks.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * The hierarchical bootstrap: forks are drawn with replacement, then iterations within each fork drawn (Kalibera and
 * Jones). It is seeded, so that the same observations give the same interval.
 *
 * <p>Forks are few, and there the usual percentile interval is too narrow: resampling {@code n} forks shows only
 * {@code (n - 1) / n} of their variance, and treats the variance so found as known. So the bootstrap gives a standard error
 * alone, of the logarithm of the mean; {@code sqrt(n / (n - 1))} corrects it; Student's t quantiles with Welch's degrees of
 * freedom ({@code n - 1} for each sample) make the interval, and the p-value with it (Hesterberg; Efron and Tibshirani,
 * chapter 12). The logarithm, because what slows a fork slows it by a share: the interval of a ratio is then that of the
 * inverse ratio turned upside down, and no rate is ever below 0. That holds for a mean as well as for a ratio, so both are
 * made alike.
 *
 * <p>One more correction. The mean of a fork already carries the noise of its iterations; drawing iterations as well
 * counts that noise twice (Davison and Hinkley, section 3.8), which makes intervals needlessly wide wherever forks differ
 * less than iterations do. So before drawing, fork means are moved toward their overall mean by just the share of their
 * variance that iterations explain. In simulation the false alarms then stay at what they should be, and differences are
 * found more often. The bootstrap-t and the expanded percentile interval are the alternatives: the first divides by
 * standard errors of resamples, which with three forks are often 0; the second corrects for one number of forks, and a
 * ratio has two.
 *
 * <p>No interval can be had from one fork (how another JVM would differ is unknown, however many iterations there are),
 * from a value that is not above 0 (it has no logarithm), or where nothing varied at all: then the result has none.
 *
 * @see <a href="https://doi.org/10.1145/2491894.2464160">Kalibera, Jones: Rigorous Benchmarking in Reasonable Time</a>
 * @see <a href="https://doi.org/10.1080/00031305.2015.1089789">Hesterberg: What Teachers Should Know About the
 *     Bootstrap</a>
 * @see <a href="https://doi.org/10.1201/9780429246593">Efron, Tibshirani: An Introduction to the Bootstrap</a>
 * @see <a href="https://doi.org/10.1017/CBO9780511802843">Davison, Hinkley: Bootstrap Methods and their Application</a>
 */
public final class Bootstrap {

    private static final int RESAMPLES = 2_000;

    private final long seed;
    private final int resamples;

    public Bootstrap(long seed) {
        this(seed, RESAMPLES);
    }

    Bootstrap(long seed, int resamples) {
        this.seed = seed;
        this.resamples = resamples;
    }

    /** Estimates the mean over forks. */
    public Estimate mean(Replicates observed) {
        return new Estimate(observed.mean(), StudentT.of(logMean(observed)).map(StudentT::antilogInterval));
    }

    /**
     * Estimates the ratio of two means; numerator and denominator are resampled independently.
     *
     * @throws IllegalArgumentException if the mean of the denominator is not above 0
     */
    public Ratio ratio(Replicates numerator, Replicates denominator) {
        return Ratio.of(logMean(numerator), logMean(denominator));
    }

    LogMean logMean(Replicates observed) {
        int forks = observed.forks().size();
        boolean hasInterval =
                forks > 1 && observed.forks().stream().flatMap(List::stream).allMatch(value -> value > 0);
        return new LogMean(
                observed.mean(),
                hasInterval ? OptionalDouble.of(varianceOfLog(shrunk(observed))) : OptionalDouble.empty(),
                forks);
    }

    private double varianceOfLog(double[][] forks) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] logs = new double[resamples];
        Arrays.setAll(logs, index -> Math.log(resampledMean(forks, random)));
        return variance(logs) * forks.length / (forks.length - 1);
    }

    private static double resampledMean(double[][] forks, SplittableRandom random) {
        double sumOverForks = 0;
        for (int draw = 0; draw < forks.length; draw++) {
            double[] fork = forks[random.nextInt(forks.length)];
            double sum = 0;
            for (int iteration = 0; iteration < fork.length; iteration++) {
                sum += fork[random.nextInt(fork.length)];
            }
            sumOverForks += sum / fork.length;
        }
        return sumOverForks / forks.length;
    }

    /** Returns the observations with fork means moved toward their overall mean by the share that iterations explain. */
    private static double[][] shrunk(Replicates observed) {
        double[][] forks = observed.forks().stream()
                .map(fork -> fork.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        double[] means = Arrays.stream(forks).mapToDouble(Bootstrap::mean).toArray();
        double between = variance(means);
        double within = Arrays.stream(forks)
                .mapToDouble(fork -> variance(fork) / fork.length)
                .average()
                .orElseThrow();
        double kept = within < between ? Math.sqrt(1 - within / between) : 0;
        for (int fork = 0; fork < forks.length; fork++) {
            // Multiplied, not shifted: a shift could end below 0.
            double factor = Math.pow(mean(means) / means[fork], 1 - kept);
            forks[fork] =
                    Arrays.stream(forks[fork]).map(value -> value * factor).toArray();
        }
        return forks;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Returns the variance of the values themselves, which are all there are: divided by their number. */
    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }
}
