package io.gauntlet.benchmarks.compare;

import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a person asks for in the place of a budget's conditions. An empty list was not asked for. As soon as one is given,
 * all combinations are measured, and what was not given stays at the middle of the budget's.
 *
 * @param callers numbers of callers
 * @param reads shares of reads in percent
 * @param sessions numbers of sessions
 * @param writers numbers of dedicated writers among the callers
 * @param threads what callers run on
 * @param parts what is measured at all
 * @param rounds JVMs for each cell
 */
public record Axes(
        List<Integer> callers,
        List<Integer> reads,
        List<Integer> sessions,
        List<Integer> writers,
        List<CallerThreads> threads,
        Set<Part> parts,
        OptionalInt rounds) {

    /** The usual number of callers. */
    public static final int CALLERS = 128;

    static final int READS = 90;
    static final int SESSIONS = 10;

    private static final int FEWEST_SESSIONS_FOR_COSTS = 3;

    /** Nothing was asked for. */
    public static final Axes NONE = new Axes(
            List.of(), List.of(), List.of(), List.of(), List.of(), EnumSet.allOf(Part.class), OptionalInt.empty());

    public Axes {
        callers = List.copyOf(callers);
        reads = List.copyOf(reads);
        sessions = List.copyOf(sessions);
        writers = List.copyOf(writers);
        threads = List.copyOf(threads);
        parts = Set.copyOf(parts);
    }

    /**
     * Returns what is to be measured.
     *
     * @throws IllegalArgumentException if two values do not go together, or nothing would be measured
     */
    public Workload applyTo(Workload budget) {
        Workload workload = budget.only(parts);
        if (rounds.isPresent()) {
            workload = workload.withRounds(rounds.getAsInt());
        }
        if (!regimesAreGiven()) {
            return workload;
        }
        return workload.under(
                regimes(),
                sizes(budget.costs().sessions()),
                writers.isEmpty() || writers.contains(0) ? conditions(budget.latency()) : List.of());
    }

    private boolean regimesAreGiven() {
        return !(callers.isEmpty() && reads.isEmpty() && sessions.isEmpty() && writers.isEmpty() && threads.isEmpty());
    }

    /** Fewer cannot be: while the cost of an operation is measured, two sessions wait. */
    private List<Integer> sizes(List<Integer> ofBudget) {
        return sessions.isEmpty()
                ? ofBudget
                : sessions.stream()
                        .filter(size -> size >= FEWEST_SESSIONS_FOR_COSTS)
                        .toList();
    }

    private List<Regime> regimes() {
        List<Regime> regimes = new ArrayList<>();
        for (CallerThreads thread : or(threads, CallerThreads.PLATFORM)) {
            for (int number : or(callers, CALLERS)) {
                for (int writer : or(writers, 0)) {
                    for (int read : or(reads, READS)) {
                        for (int size : or(sessions, SESSIONS)) {
                            regimes.add(new Regime(number, thread, writer, read, size));
                        }
                    }
                }
            }
        }
        return regimes;
    }

    /** An open loop has no dedicated writers: its callers are alike. */
    private List<Workload.Conditions> conditions(Workload.Latency budget) {
        int usualReads = budget.conditions().stream()
                .map(Workload.Conditions::readPercent)
                .findFirst()
                .orElse(READS);
        List<Workload.Conditions> conditions = new ArrayList<>();
        for (CallerThreads thread : or(threads, CallerThreads.PLATFORM)) {
            for (int number : or(callers, CALLERS)) {
                for (int read : or(reads, usualReads)) {
                    for (int size : or(sessions, SESSIONS)) {
                        conditions.add(new Workload.Conditions(number, thread, read, size));
                    }
                }
            }
        }
        return conditions;
    }

    private static <T> List<T> or(List<T> given, T usual) {
        return given.isEmpty() ? List.of(usual) : given;
    }
}
