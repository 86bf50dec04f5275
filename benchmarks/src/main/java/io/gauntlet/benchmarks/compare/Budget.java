package io.gauntlet.benchmarks.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much is measured. Seconds for a fork were seen with 128 callers on two cores, and include starting the JVM. */
public enum Budget {
    /** Shows that the stopwatch works, for every strategy; its numbers are no measurement. */
    SMOKE(1, List.of(90), 1, 300, 1, 500, /* secondsPerFork= */ 4.5),
    /** The main job. */
    QUICK(3, List.of(100, 99, 90, 50), 1, 700, 2, 700, /* secondsPerFork= */ 5.5);

    final int forks;
    final List<Integer> mixes;
    final int warmUpIterations;
    final int warmUpMillis;
    final int iterations;
    final int iterationMillis;
    final double secondsPerFork;

    Budget(
            int forks,
            List<Integer> mixes,
            int warmUpIterations,
            int warmUpMillis,
            int iterations,
            int iterationMillis,
            double secondsPerFork) {
        this.forks = forks;
        this.mixes = mixes;
        this.warmUpIterations = warmUpIterations;
        this.warmUpMillis = warmUpMillis;
        this.iterations = iterations;
        this.iterationMillis = iterationMillis;
        this.secondsPerFork = secondsPerFork;
    }

    /**
     * Returns the budget of this name.
     *
     * @throws IllegalArgumentException if there is no such budget; the message lists them
     */
    public static Budget named(String name) {
        return Arrays.stream(values())
                .filter(budget -> budget.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("budget '" + name + "' is unknown: allowed are "
                        + Arrays.stream(values()).map(Budget::label).collect(Collectors.joining(", "))));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<Integer> mixes() {
        return mixes;
    }
}
