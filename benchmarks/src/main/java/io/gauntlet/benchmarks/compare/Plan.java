package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Regime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Every cell in the order in which it is measured: round by round, each round in an order of its own that mixes strategies,
 * conditions and parts, so that whatever drifts meanwhile (heat, neighbours) meets all alike.
 */
record Plan(Workload workload, List<Cell> cells) {

    Plan {
        cells = List.copyOf(cells);
    }

    static Plan of(Workload workload, List<String> strategies, long seed) {
        Random random = new Random(seed);
        List<Cell> cells = new ArrayList<>();
        for (int round = 1; round <= rounds(workload); round++) {
            List<Cell> cellsOfRound = new ArrayList<>();
            addThroughput(cellsOfRound, workload.throughput(), strategies, round);
            addCosts(cellsOfRound, workload.costs(), strategies, round);
            addLatency(cellsOfRound, workload.latency(), strategies, round);
            Collections.shuffle(cellsOfRound, random);
            cells.addAll(cellsOfRound);
        }
        return new Plan(workload, cells);
    }

    private static int rounds(Workload workload) {
        return Math.max(
                workload.throughput().rounds(),
                Math.max(workload.costs().rounds(), workload.latency().rounds()));
    }

    private static void addThroughput(
            List<Cell> cells, Workload.Throughput throughput, List<String> strategies, int round) {
        if (round <= throughput.rounds()) {
            List<String> chosen = chosen(strategies, throughput.everyStrategy());
            for (Regime regime : throughput.regimes()) {
                subjects(chosen, regime).forEach(subject -> cells.add(new ThroughputCell(subject, regime, round)));
            }
        }
    }

    /** The yardstick once more under another name, and the ceiling where callers may share what has no guard. */
    private static List<String> subjects(List<String> strategies, Regime regime) {
        List<String> subjects = new ArrayList<>(strategies);
        if (strategies.contains(MeasurementEvidence.YARDSTICK)) {
            subjects.add(Subject.YARDSTICK_AGAIN);
        }
        if (regime.nobodyWrites()) {
            subjects.add(MeasurementEvidence.CEILING);
        }
        return subjects;
    }

    private static void addCosts(List<Cell> cells, Workload.Costs costs, List<String> strategies, int round) {
        if (round <= costs.rounds()) {
            List<String> subjects = Stream.concat(
                            chosen(strategies, costs.everyStrategy()).stream(),
                            costs.everyStrategy() ? Stream.of(MeasurementEvidence.CEILING) : Stream.empty())
                    .toList();
            for (String operation : costs.operations()) {
                for (int sessions : costs.sessions()) {
                    subjects.forEach(subject -> cells.add(new CostCell(subject, operation, sessions, round)));
                }
            }
        }
    }

    private static void addLatency(List<Cell> cells, Workload.Latency latency, List<String> strategies, int round) {
        if (round <= latency.rounds()) {
            for (Workload.Conditions at : latency.conditions()) {
                chosen(strategies, latency.everyStrategy())
                        .forEach(strategy -> cells.add(new LatencyCell(
                                strategy, at.callers(), at.threads(), at.readPercent(), at.sessions(), round)));
            }
        }
    }

    private static List<String> chosen(List<String> strategies, boolean every) {
        return every ? strategies : strategies.subList(0, 1);
    }

    long count(Part part) {
        return cells.stream().filter(cell -> Part.of(cell) == part).count();
    }

    double expectedSeconds() {
        return cells.stream()
                .mapToDouble(cell -> workload.secondsPerFork(Part.of(cell)))
                .sum();
    }

    /** Returns the plan for people: what is measured under which conditions, and how long it is expected to take. */
    String describe() {
        StringBuilder text = new StringBuilder();
        for (Part part : Part.values()) {
            long forks = count(part);
            if (forks > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-10s %6d JVMs of about %.1f s: %s%n",
                        part.label(),
                        forks,
                        workload.secondsPerFork(part),
                        Texts.duration(forks * workload.secondsPerFork(part))));
                conditions(part)
                        .forEach(line -> text.append("    ").append(line).append(System.lineSeparator()));
            }
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "  in all     %6d JVMs, one after the other: about %s%n",
                        cells.size(),
                        Texts.duration(expectedSeconds())))
                .toString();
    }

    private List<String> conditions(Part part) {
        return switch (part) {
            case THROUGHPUT ->
                workload.throughput().regimes().stream()
                        .map(regime ->
                                Texts.of(regime) + rounds(workload.throughput().rounds()))
                        .toList();
            case COSTS ->
                List.of(workload.costs().operations().size() + " operations of one caller with "
                        + Texts.join(workload.costs().sessions()) + " sessions"
                        + rounds(workload.costs().rounds()));
            case LATENCY ->
                workload.latency().conditions().stream()
                        .map(at -> Texts.callers(at.callers(), at.threads()) + ", " + at.readPercent() + " % reads, "
                                + at.sessions() + " sessions, loads "
                                + Texts.join(workload.latency().timing().loadPercents()) + " %"
                                + rounds(workload.latency().rounds()))
                        .toList();
        };
    }

    private static String rounds(int rounds) {
        return rounds == 1 ? ", once" : ", " + rounds + " rounds";
    }
}
