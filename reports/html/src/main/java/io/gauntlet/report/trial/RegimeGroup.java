package io.gauntlet.report.trial;

import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Contests that differ along one axis, in order along it.
 *
 * @param axis what differs
 * @param contests all of them, among them such as belong to the ordinary regimes but lie on this axis as well
 * @param own those that belong to no group before this one
 */
public record RegimeGroup(Axis axis, List<Contest> contests, List<Contest> own) {

    /** What differs from contest to contest. */
    public enum Axis {
        /** The share of reads, with ordinary callers and sessions. */
        READS,
        /** How many callers there are. */
        CALLERS,
        /** How many sessions are open. */
        SESSIONS,
        /** Some callers only write. */
        DEDICATED_WRITERS,
        /** Callers run on virtual threads. */
        VIRTUAL,
        /** More than one of these. */
        OTHER
    }

    private static final Comparator<Contest> ORDER = Comparator.comparing(
            Contest::regime,
            Comparator.comparing(Regime::threads)
                    .thenComparingInt(Regime::callers)
                    .thenComparingInt(Regime::dedicatedWriters)
                    .thenComparingInt(Regime::sessions)
                    .thenComparing(Regime::readPercent, Comparator.reverseOrder()));

    public RegimeGroup {
        contests = List.copyOf(contests);
        own = List.copyOf(own);
    }

    static List<RegimeGroup> of(List<Contest> contests) {
        Optional<Ordinary> ordinary = Ordinary.of(contests);
        Map<Axis, List<Contest>> byAxis = new EnumMap<>(Axis.class);
        contests.stream()
                .sorted(ORDER)
                .forEach(contest -> byAxis.computeIfAbsent(axis(contest.regime(), ordinary), axis -> new ArrayList<>())
                        .add(contest));
        List<Contest> reads = byAxis.getOrDefault(Axis.READS, List.of());
        List<RegimeGroup> groups = new ArrayList<>();
        byAxis.forEach((axis, own) -> {
            if (axis == Axis.CALLERS || axis == Axis.SESSIONS) {
                perShareOfReads(own).forEach(some -> groups.add(withOrdinary(axis, some, reads)));
            } else {
                groups.add(new RegimeGroup(axis, own, own));
            }
        });
        return List.copyOf(groups);
    }

    private static Axis axis(Regime regime, Optional<Ordinary> ordinary) {
        if (regime.dedicatedWriters() > 0) {
            return Axis.DEDICATED_WRITERS;
        }
        if (regime.threads() == CallerThreads.VIRTUAL) {
            return Axis.VIRTUAL;
        }
        boolean callers = regime.callers() == ordinary.orElseThrow().callers();
        boolean sessions = regime.sessions() == ordinary.orElseThrow().sessions();
        if (callers && sessions) {
            return Axis.READS;
        }
        return sessions ? Axis.CALLERS : callers ? Axis.SESSIONS : Axis.OTHER;
    }

    private static List<List<Contest>> perShareOfReads(List<Contest> contests) {
        return contests.stream()
                .map(contest -> contest.regime().readPercent())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(share -> contests.stream()
                        .filter(contest -> contest.regime().readPercent() == share)
                        .toList())
                .toList();
    }

    private static RegimeGroup withOrdinary(Axis axis, List<Contest> own, List<Contest> reads) {
        int share = own.get(0).regime().readPercent();
        return new RegimeGroup(
                axis,
                Stream.concat(
                                own.stream(),
                                reads.stream()
                                        .filter(contest -> contest.regime().readPercent() == share))
                        .sorted(ORDER)
                        .toList(),
                own);
    }

    /** Callers and sessions as most contests have them. */
    private record Ordinary(int callers, int sessions) {

        static Optional<Ordinary> of(List<Contest> contests) {
            Map<Ordinary, Long> counts = contests.stream()
                    .map(Contest::regime)
                    .filter(regime -> regime.threads() == CallerThreads.PLATFORM && regime.dedicatedWriters() == 0)
                    .map(regime -> new Ordinary(regime.callers(), regime.sessions()))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            return counts.keySet().stream()
                    .max(Comparator.comparing((Ordinary ordinary) -> Objects.requireNonNull(counts.get(ordinary)))
                            .thenComparingInt(Ordinary::callers)
                            .thenComparing(Ordinary::sessions, Comparator.reverseOrder()));
        }
    }
}
