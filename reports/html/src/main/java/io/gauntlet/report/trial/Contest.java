package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Regime;
import io.gauntlet.evidence.RegimeResult;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What may be shown of the throughput measured under one regime: of what is proven, and only where the judge found the
 * answers of every measured JVM linearizable.
 *
 * @param regime the conditions
 * @param noiseFloor MUTEX under a second name divided by MUTEX, where both may be shown and compared
 * @param lanes one for each strategy, in the order of the strategies
 * @param ceiling the reference without a guard, under this regime or, where it was not measured there, with the same callers
 *     at the highest share of reads at which it was
 */
public record Contest(Regime regime, Optional<Interval> noiseFloor, List<Lane> lanes, Optional<Ceiling> ceiling) {

    /** The reference, and the regime under which it was measured. */
    public record Ceiling(Regime regime, ThroughputResult result) {}

    public Contest {
        lanes = List.copyOf(lanes);
    }

    static List<Contest> of(MeasurementEvidence measurement, List<StrategyVerdict> strategies) {
        return measurement.regimes().stream()
                .map(measured -> of(measured, measurement, strategies))
                .toList();
    }

    /** Returns the lanes that hold a number. */
    public List<Lane.Shown> shown() {
        return lanes.stream()
                .filter(Lane.Shown.class::isInstance)
                .map(Lane.Shown.class::cast)
                .toList();
    }

    /** Returns the lanes that have a place. */
    public List<Lane.Shown> ranked() {
        return shown().stream().filter(lane -> lane.rank().isPresent()).toList();
    }

    /** Returns those than which nobody is significantly faster, by falling estimate: more than one is a tie for first. */
    public List<Lane.Shown> first() {
        return ranked().stream()
                .filter(lane -> lane.rank().orElseThrow().best() == 1)
                .sorted(Comparator.comparingDouble(
                                (Lane.Shown lane) -> lane.result().opsPerSecond())
                        .reversed())
                .toList();
    }

    private static Contest of(
            RegimeResult measured, MeasurementEvidence measurement, List<StrategyVerdict> strategies) {
        boolean compares = !measurement.budget().equals(MeasurementEvidence.SMOKE_BUDGET);
        boolean mutexProven = strategies.stream()
                .anyMatch(verdict -> verdict.strategy() == CoordinatorStrategy.MUTEX && verdict.isProven());
        List<ThroughputResult> rivals = strategies.stream()
                .filter(StrategyVerdict::isProven)
                .flatMap(verdict -> result(measured, verdict.strategy().name()).stream())
                .filter(result -> compares
                        && result.opsInterval() != null
                        && result.judged().whyNoVerdict().isEmpty())
                .toList();
        List<Lane> lanes = strategies.stream()
                .map(verdict -> lane(
                        verdict,
                        result(measured, verdict.strategy().name()),
                        /* againstMutex= */ compares && mutexProven,
                        rivals))
                .toList();
        return new Contest(
                measured.regime(),
                compares && mutexProven ? Optional.ofNullable(measured.noiseFloor()) : Optional.empty(),
                lanes,
                ceiling(measured, measurement));
    }

    private static Lane lane(
            StrategyVerdict verdict,
            Optional<ThroughputResult> result,
            boolean againstMutex,
            List<ThroughputResult> rivals) {
        Optional<String> doubt = verdict.whyNotProven();
        if (doubt.isPresent()) {
            return new Lane.Withheld(verdict.strategy(), doubt.get());
        }
        if (result.isEmpty()) {
            return new Lane.Withheld(verdict.strategy(), "not measured");
        }
        ThroughputResult own = result.get();
        Optional<String> noVerdict = own.judged().lackingVerdict();
        if (noVerdict.isPresent()) {
            return new Lane.Withheld(verdict.strategy(), noVerdict.get());
        }
        return new Lane.Shown(
                verdict.strategy(),
                own,
                againstMutex ? Optional.ofNullable(own.againstYardstick()) : Optional.empty(),
                rivals.contains(own) ? Optional.of(Rank.of(own, rivals)) : Optional.empty());
    }

    private static Optional<ThroughputResult> result(RegimeResult measured, String subject) {
        return measured.results().stream()
                .filter(result -> result.subject().equals(subject))
                .findFirst();
    }

    private static Optional<Ceiling> ceiling(RegimeResult measured, MeasurementEvidence measurement) {
        Regime own = measured.regime();
        return ceiling(measured)
                .or(() -> measurement.regimes().stream()
                        .filter(other -> other.regime().dedicatedWriters() == 0
                                && other.regime().callers() == own.callers()
                                && other.regime().threads() == own.threads()
                                && other.regime().sessions() == own.sessions())
                        .sorted(Comparator.comparingInt(
                                        (RegimeResult other) -> other.regime().readPercent())
                                .reversed())
                        .flatMap(other -> ceiling(other).stream())
                        .findFirst());
    }

    private static Optional<Ceiling> ceiling(RegimeResult measured) {
        return result(measured, MeasurementEvidence.CEILING)
                .filter(result -> result.judged().whyNoVerdict().isEmpty())
                .map(result -> new Ceiling(measured.regime(), result));
    }
}
