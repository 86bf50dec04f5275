package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.JmhTiming;
import io.gauntlet.benchmarks.fork.LatencyTiming;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import java.util.List;
import java.util.Set;

/**
 * What is measured, whoever is on trial, how often and for how long. A part without conditions is not measured.
 *
 * <p>In each part {@code rounds} is the number of JVMs for the same cell, and {@code secondsPerFork} what one is expected to
 * take, its start included. {@code everyStrategy} is false where the first strategy stands for all.
 */
public record Workload(Throughput throughput, Costs costs, Latency latency) {

    private static final int FEWEST_BOUND_SECONDS = 120;
    private static final int BOUND_FACTOR = 4;
    private static final int MILLIS_PER_SECOND = 1_000;

    /**
     * How a JVM comes to its steady state.
     *
     * @param warmUpMillis how long callers may warm up until its compiler is idle
     * @param mostJvms run for one cell, each if the one before was not settled
     */
    public record Settling(int warmUpMillis, int mostJvms) {}

    /** Closed loops of many callers. */
    public record Throughput(
            List<Regime> regimes,
            boolean everyStrategy,
            int rounds,
            Settling settling,
            JmhTiming timing,
            double secondsPerFork) {

        public Throughput {
            regimes = List.copyOf(regimes);
        }
    }

    /** Single operations of a caller who is alone. */
    public record Costs(
            List<String> operations,
            List<Integer> sessions,
            boolean everyStrategy,
            int rounds,
            JmhTiming timing,
            double secondsPerFork) {

        public Costs {
            operations = List.copyOf(operations);
            sessions = List.copyOf(sessions);
        }
    }

    /** Open loops of many callers. */
    public record Latency(
            List<Conditions> conditions,
            boolean everyStrategy,
            int rounds,
            LatencyTiming timing,
            double secondsPerFork) {

        public Latency {
            conditions = List.copyOf(conditions);
        }
    }

    /** The conditions of an open loop. */
    public record Conditions(int callers, CallerThreads threads, int readPercent, int sessions) {}

    double secondsPerFork(Part part) {
        return switch (part) {
            case THROUGHPUT -> throughput.secondsPerFork();
            case COSTS -> costs.secondsPerFork();
            case LATENCY -> latency.secondsPerFork();
        };
    }

    /** Returns how long one JVM may take before it counts as hanging. */
    public int boundSeconds(Part part) {
        int warmUpSeconds = part == Part.THROUGHPUT ? throughput.settling().warmUpMillis() / MILLIS_PER_SECOND : 0;
        return FEWEST_BOUND_SECONDS + warmUpSeconds + (int) (BOUND_FACTOR * secondsPerFork(part));
    }

    /** Returns the same without the parts that are not among {@code parts}. */
    Workload only(Set<Part> parts) {
        return new Workload(
                parts.contains(Part.THROUGHPUT) ? throughput : withRegimes(List.of()),
                parts.contains(Part.COSTS) ? costs : withSizes(List.of()),
                parts.contains(Part.LATENCY) ? latency : withConditions(List.of()));
    }

    /** Returns the same with this many JVMs for each cell. */
    Workload withRounds(int rounds) {
        return new Workload(
                new Throughput(
                        throughput.regimes(),
                        throughput.everyStrategy(),
                        rounds,
                        throughput.settling(),
                        throughput.timing(),
                        throughput.secondsPerFork()),
                new Costs(
                        costs.operations(),
                        costs.sessions(),
                        costs.everyStrategy(),
                        rounds,
                        costs.timing(),
                        costs.secondsPerFork()),
                new Latency(
                        latency.conditions(),
                        latency.everyStrategy(),
                        rounds,
                        latency.timing(),
                        latency.secondsPerFork()));
    }

    /** Returns the same under other conditions, in all parts; a part that was not measured still is not. */
    Workload under(List<Regime> regimes, List<Integer> sizes, List<Conditions> conditions) {
        return new Workload(
                throughput.regimes().isEmpty() ? throughput : withRegimes(regimes),
                costs.sessions().isEmpty() ? costs : withSizes(sizes),
                latency.conditions().isEmpty() ? latency : withConditions(conditions));
    }

    private Throughput withRegimes(List<Regime> regimes) {
        return new Throughput(
                regimes,
                throughput.everyStrategy(),
                throughput.rounds(),
                throughput.settling(),
                throughput.timing(),
                throughput.secondsPerFork());
    }

    private Costs withSizes(List<Integer> sizes) {
        return new Costs(
                costs.operations(),
                sizes,
                costs.everyStrategy(),
                costs.rounds(),
                costs.timing(),
                costs.secondsPerFork());
    }

    private Latency withConditions(List<Conditions> conditions) {
        return new Latency(
                conditions, latency.everyStrategy(), latency.rounds(), latency.timing(), latency.secondsPerFork());
    }
}
