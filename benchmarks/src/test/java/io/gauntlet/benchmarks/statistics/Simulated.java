package io.gauntlet.benchmarks.statistics;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measurements as JVMs give them, but of a known truth: each fork is off by a factor of its own, lognormal, some forks are
 * slow throughout, and each iteration is off by one more factor.
 *
 * @param forkSpread standard deviation of the logarithm, over forks
 * @param slowShare of the forks
 * @param slowFactor what a slow fork's rate is multiplied by
 * @param iterationSpread standard deviation of the logarithm, over the iterations of one fork
 */
record Simulated(double forkSpread, double slowShare, double slowFactor, double iterationSpread) {

    /** Two cores, 128 callers: forks differ, and a fifth of them fall into a slower mode. */
    static final Simulated ROUGH = new Simulated(0.15, 0.2, 0.75, 0.08);

    static final Simulated CALM = new Simulated(0.03, 0, 1, 0.08);

    private static final int ITERATIONS = 5;

    Replicates measured(double rate, int forks, Random random) {
        return new Replicates(
                Stream.generate(() -> fork(rate, random)).limit(forks).toList());
    }

    /** Returns what very many forks would have for a mean. */
    double mean(double rate) {
        // The mean of a lognormal factor is exp(variance / 2).
        double spread = Math.exp((forkSpread * forkSpread + iterationSpread * iterationSpread) / 2);
        return rate * spread * (1 - slowShare + slowShare * slowFactor);
    }

    private List<Double> fork(double rate, Random random) {
        double mode = random.nextDouble() < slowShare ? slowFactor : 1;
        double centre = rate * mode * Math.exp(forkSpread * random.nextGaussian());
        return IntStream.range(0, ITERATIONS)
                .mapToObj(iteration -> centre * Math.exp(iterationSpread * random.nextGaussian()))
                .toList();
    }
}
