package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.MeasurementEvidence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What may be shown of latency with one crowd of callers.
 *
 * @param callers how many there are
 * @param threads what they run on
 * @param readPercent share of reads
 * @param sessions sessions open throughout
 * @param lanes one for each strategy, in the order of the strategies
 */
public record LatencyGroup(int callers, CallerThreads threads, int readPercent, int sessions, List<Lane> lanes) {

    public LatencyGroup {
        lanes = List.copyOf(lanes);
    }

    static List<LatencyGroup> of(MeasurementEvidence measurement, List<StrategyVerdict> strategies) {
        return measurement.latency().stream()
                .map(result -> new LatencyGroup(
                        result.callers(), result.threads(), result.readPercent(), result.sessions(), List.of()))
                .distinct()
                .sorted(Comparator.comparing(LatencyGroup::threads)
                        .thenComparingInt(LatencyGroup::callers)
                        .thenComparing(LatencyGroup::readPercent, Comparator.reverseOrder())
                        .thenComparingInt(LatencyGroup::sessions))
                .map(group -> group.with(strategies.stream()
                        .map(verdict -> group.lane(verdict, measurement.latency()))
                        .toList()))
                .toList();
    }

    /** Returns the loads that were offered to any strategy, in percent of its capacity, rising. */
    public List<Integer> loadPercents() {
        return lanes.stream()
                .filter(Lane.Shown.class::isInstance)
                .flatMap(lane -> ((Lane.Shown) lane).results().stream())
                .map(LatencyResult::loadPercent)
                .distinct()
                .sorted()
                .toList();
    }

    private LatencyGroup with(List<Lane> others) {
        return new LatencyGroup(callers, threads, readPercent, sessions, others);
    }

    private Lane lane(StrategyVerdict verdict, List<LatencyResult> all) {
        if (!verdict.isProven()) {
            return new Lane.Withheld(verdict.strategy(), verdict.whyNotProven().orElseThrow());
        }
        List<LatencyResult> own = all.stream()
                .filter(result -> result.subject().equals(verdict.strategy().name()) && isOf(result))
                .sorted(Comparator.comparingInt(LatencyResult::loadPercent))
                .toList();
        Optional<String> noVerdict = own.stream()
                .flatMap(result -> result.judged().lackingVerdict().stream())
                .findFirst();
        if (noVerdict.isPresent()) {
            return new Lane.Withheld(verdict.strategy(), noVerdict.get());
        }
        return own.isEmpty()
                ? new Lane.Withheld(verdict.strategy(), "not measured")
                : new Lane.Shown(verdict.strategy(), own);
    }

    private boolean isOf(LatencyResult result) {
        return result.callers() == callers
                && result.threads() == threads
                && result.readPercent() == readPercent
                && result.sessions() == sessions;
    }

    /** One strategy's latency. */
    public sealed interface Lane {

        CoordinatorStrategy strategy();

        /**
         * Numbers that may be shown.
         *
         * @param results one for each load, rising; one at least
         */
        record Shown(CoordinatorStrategy strategy, List<LatencyResult> results) implements Lane {

            public Shown {
                results = List.copyOf(results);
            }
        }

        /** Numbers that are not there, or may not be shown, and why. */
        record Withheld(CoordinatorStrategy strategy, String reason) implements Lane {}
    }
}
