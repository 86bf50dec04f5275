package io.gauntlet.benchmarks.statistics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The question whether the iterations of one JVM have no trend. One that still warms up rises, or jumps once, and both tilt the
 * line of least squares; a first iteration that is far from the last is seen however the others lie. Noise alone is no trend,
 * but where iterations are few and rough it may pass for one: then the JVM counts as unsettled, since nobody can tell.
 *
 * <p>Many a JVM never comes to a steady state, as Barrett et al. found; to drop those would be to measure only what behaves
 * well. They are run again a few times at most, and what stays unsettled counts like the others and is told.
 *
 * @param mostTilt how much the fitted line may rise or fall from the first to the last iteration, as a share of the mean
 * @param mostFirstToLast how much larger one of the first and last iterations may be than the other, as a share of that
 * @see <a href="https://doi.org/10.1145/3133876">Barrett et al.: Virtual Machine Warmup Blows Hot and Cold</a>
 */
public record SteadyState(double mostTilt, double mostFirstToLast) {

    /** Above the noise between the iterations of a quiet machine; {@code SteadyStateTest} has what passes and what is seen. */
    public static final SteadyState USUAL = new SteadyState(0.10, 0.15);

    private static final int FEWEST_ITERATIONS = 3;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is not above 0
     */
    public SteadyState {
        if (!(mostTilt > 0) || !(mostFirstToLast > 0)) {
            throw new IllegalArgumentException("limits of " + mostTilt + " for the slope and " + mostFirstToLast
                    + " for first against last are not valid: both must be above 0");
        }
    }

    /** Returns what trend there is, or why that cannot be told; empty if there is none. */
    public Optional<String> whyNot(List<Double> iterations) {
        if (iterations.size() < FEWEST_ITERATIONS) {
            return Optional.of(iterations.size() + " iterations are too few to tell");
        }
        if (!iterations.stream().allMatch(rate -> rate > 0)) {
            return Optional.of("nothing was done in an iteration");
        }
        double tilt = tilt(iterations);
        if (Math.abs(tilt) > mostTilt) {
            return Optional.of(
                    "iterations " + (tilt > 0 ? "rose" : "fell") + " by " + percent(Math.abs(tilt)) + " on the whole");
        }
        double firstToLast = iterations.get(iterations.size() - 1) / iterations.get(0);
        double apart = Math.max(firstToLast, 1 / firstToLast) - 1;
        return apart > mostFirstToLast
                ? Optional.of("first and last iteration were " + percent(apart) + " apart")
                : Optional.empty();
    }

    private static double tilt(List<Double> iterations) {
        double middle = (iterations.size() - 1) / 2.0;
        double sum = 0;
        double products = 0;
        double squares = 0;
        for (int index = 0; index < iterations.size(); index++) {
            double from = index - middle;
            sum += iterations.get(index);
            products += from * iterations.get(index);
            squares += from * from;
        }
        return products / squares * (iterations.size() - 1) / (sum / iterations.size());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
