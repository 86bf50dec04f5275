package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.JmhTiming;
import io.gauntlet.benchmarks.fork.LatencyTiming;
import io.gauntlet.benchmarks.fork.WarmUpBound;
import io.gauntlet.benchmarks.latency.LatencyStopwatch;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much is measured. */
public enum Budget {
    /** Shows that every stopwatch works, for every strategy; its numbers are no measurement. */
    SMOKE {
        @Override
        public Workload workload(List<String> operations, boolean virtual) {
            return new Workload(
                    throughput(List.of(Star.CENTRE), 1, new Workload.Settling(500, 1), new JmhTiming(2, 250, 2, 250)),
                    costs(List.of("getSession"), List.of(Axes.SESSIONS), false, 1, new JmhTiming(1, 50, 2, 50)),
                    latency(
                            List.of(alike(Axes.CALLERS, CallerThreads.PLATFORM, 90)),
                            false,
                            1,
                            new LatencyTiming(500, 500, 500, List.of(50))));
        }
    },
    /** The main job: the usual shares of reads, with 128 callers. */
    QUICK {
        @Override
        public Workload workload(List<String> operations, boolean virtual) {
            return new Workload(
                    throughput(Star.ofReads(List.of(100, 99, 90, 50)), 3, SETTLING, new JmhTiming(2, 400, 5, 300)),
                    costs(FEW_OPERATIONS, List.of(Axes.SESSIONS), true, 1, new JmhTiming(2, 100, 3, 100)),
                    latency(
                            List.of(alike(Axes.CALLERS, CallerThreads.PLATFORM, 90)),
                            true,
                            1,
                            new LatencyTiming(1_000, 1_000, 2_000, List.of(50))));
        }
    },
    /** Each condition varied alone, around 128 callers with 90 % reads; every operation; every load. */
    STANDARD {
        @Override
        public Workload workload(List<String> operations, boolean virtual) {
            List<Workload.Conditions> conditions = new ArrayList<>(
                    List.of(alike(Axes.CALLERS, CallerThreads.PLATFORM, 90), alike(256, CallerThreads.PLATFORM, 90)));
            if (virtual) {
                conditions.add(alike(Axes.CALLERS, CallerThreads.VIRTUAL, 90));
            }
            return new Workload(
                    throughput(Star.whole(virtual), 5, SETTLING, new JmhTiming(2, 400, 5, 300)),
                    costs(operations, List.of(10, 100, 1_000, 10_000), true, 1, new JmhTiming(2, 100, 3, 100)),
                    latency(conditions, true, 2, new LatencyTiming(1_000, 1_000, 1_500, LOADS)));
        }
    },
    /** Two days: all combinations, ten JVMs each. */
    FULL {
        @Override
        public Workload workload(List<String> operations, boolean virtual) {
            List<Regime> regimes = new ArrayList<>();
            List<Workload.Conditions> conditions = new ArrayList<>();
            for (CallerThreads threads : CallerThreads.values()) {
                if (threads == CallerThreads.VIRTUAL && !virtual) {
                    continue;
                }
                for (int sessions : List.of(10, 1_000, 10_000)) {
                    for (int reads : List.of(100, 99, 90, 50, 0)) {
                        for (int callers : List.of(1, 8, 32, 126, 128, 256)) {
                            regimes.add(new Regime(callers, threads, 0, reads, sessions));
                        }
                    }
                }
                regimes.add(new Regime(Axes.CALLERS, threads, Star.WRITERS, 100, Axes.SESSIONS));
                for (int reads : List.of(99, 90, 50)) {
                    conditions.add(alike(Axes.CALLERS, threads, reads));
                    conditions.add(alike(256, threads, reads));
                }
            }
            return new Workload(
                    throughput(regimes, 10, SETTLING, new JmhTiming(3, 1_000, 10, 1_000)),
                    costs(operations, List.of(10, 100, 1_000, 10_000), true, 5, new JmhTiming(5, 200, 5, 200)),
                    latency(conditions, true, 5, new LatencyTiming(3_000, 3_000, 10_000, LOADS)));
        }
    };

    private static final List<String> FEW_OPERATIONS = List.of("getSession", "updateResourceStats", "snapshot");
    private static final List<Integer> LOADS = List.of(10, 25, 50, 75, 90);

    /** What a fork takes beside its iterations: starting, gathering its callers, having some calls recorded and judged, stopping. */
    private static final double THROUGHPUT_START_SECONDS = 1.3;

    /** What callers need until the compiler is idle, and what the JVMs take that are run again, over all JVMs of a run. */
    private static final double WARM_UP_SECONDS = 10;

    private static final double COST_START_SECONDS = 0.8;

    private static final Workload.Settling SETTLING =
            new Workload.Settling(WarmUpBound.USUAL_MILLIS, /* mostJvms= */ 3);

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

    /** Returns the name that people type. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what it measures.
     *
     * @param operations the names of all operations whose cost can be measured
     * @param virtual whether this JVM has virtual threads
     */
    public abstract Workload workload(List<String> operations, boolean virtual);

    private static Workload.Throughput throughput(
            List<Regime> regimes, int rounds, Workload.Settling settling, JmhTiming timing) {
        return new Workload.Throughput(
                regimes,
                /* everyStrategy= */ true,
                rounds,
                settling,
                timing,
                THROUGHPUT_START_SECONDS
                        + Math.min(WARM_UP_SECONDS, settling.warmUpMillis() / 1e3)
                        + seconds(timing)
                        + timing.iterationMillis() / 1e3);
    }

    private static Workload.Costs costs(
            List<String> operations, List<Integer> sessions, boolean everyStrategy, int rounds, JmhTiming timing) {
        return new Workload.Costs(
                operations, sessions, everyStrategy, rounds, timing, COST_START_SECONDS + seconds(timing));
    }

    private static Workload.Latency latency(
            List<Workload.Conditions> conditions, boolean everyStrategy, int rounds, LatencyTiming timing) {
        return new Workload.Latency(
                conditions, everyStrategy, rounds, timing, LatencyStopwatch.expectedMillis(timing) / 1e3);
    }

    private static double seconds(JmhTiming timing) {
        return (timing.warmUpIterations() * timing.warmUpMillis() + timing.iterations() * timing.iterationMillis())
                / 1e3;
    }

    private static Workload.Conditions alike(int callers, CallerThreads threads, int readPercent) {
        return new Workload.Conditions(callers, threads, readPercent, Axes.SESSIONS);
    }
}
