package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.MeasurementEvidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence.ThroughputResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was measured at one share of reads.
 *
 * @param readPercent the share
 * @param lanes one for each strategy, in the order of the strategies
 * @param ceiling the reference without a guard, at this share or, where it was not measured there, at the highest that was
 */
public record Mix(int readPercent, List<Lane> lanes, Optional<ThroughputResult> ceiling) {

    public Mix {
        lanes = List.copyOf(lanes);
    }

    static List<Mix> of(MeasurementEvidence measurement, List<StrategyVerdict> strategies) {
        return measurement.results().stream()
                .map(ThroughputResult::readPercent)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(readPercent -> of(readPercent, measurement, strategies))
                .toList();
    }

    /** Returns the lanes that hold a number. */
    public List<Lane.Shown> shown() {
        return lanes.stream()
                .filter(Lane.Shown.class::isInstance)
                .map(Lane.Shown.class::cast)
                .toList();
    }

    private static Mix of(int readPercent, MeasurementEvidence measurement, List<StrategyVerdict> strategies) {
        boolean mutexProven = strategies.stream()
                .anyMatch(verdict -> verdict.strategy() == CoordinatorStrategy.MUTEX && verdict.isProven());
        List<Interval> proven = strategies.stream()
                .filter(StrategyVerdict::isProven)
                .flatMap(verdict -> result(measurement, verdict.strategy().name(), readPercent).stream())
                .map(ThroughputResult::opsPerSecond)
                .toList();
        List<Lane> lanes = strategies.stream()
                .map(verdict ->
                        lane(verdict, result(measurement, verdict.strategy().name(), readPercent), mutexProven, proven))
                .toList();
        return new Mix(readPercent, lanes, ceiling(measurement, readPercent));
    }

    private static Lane lane(
            StrategyVerdict verdict, Optional<ThroughputResult> result, boolean mutexProven, List<Interval> proven) {
        if (!verdict.isProven()) {
            return new Lane.Withheld(verdict.strategy(), notProven(verdict));
        }
        if (result.isEmpty()) {
            return new Lane.Withheld(verdict.strategy(), "not measured");
        }
        return new Lane.Shown(
                verdict.strategy(),
                result.get(),
                mutexProven ? Optional.ofNullable(result.get().ratioToMutex()) : Optional.empty(),
                Rank.of(result.get().opsPerSecond(), proven));
    }

    private static String notProven(StrategyVerdict verdict) {
        if (verdict.failed() == 0) {
            return "not proven: " + verdict.notRun() + " not run";
        }
        return "not proven: " + verdict.failed() + " failed"
                + (verdict.notRun() == 0 ? "" : ", " + verdict.notRun() + " not run");
    }

    private static Optional<ThroughputResult> result(MeasurementEvidence measurement, String subject, int readPercent) {
        return measurement.results().stream()
                .filter(result -> result.subject().equals(subject) && result.readPercent() == readPercent)
                .findFirst();
    }

    private static Optional<ThroughputResult> ceiling(MeasurementEvidence measurement, int readPercent) {
        return result(measurement, MeasurementEvidence.CEILING, readPercent)
                .or(() -> measurement.results().stream()
                        .filter(result -> result.subject().equals(MeasurementEvidence.CEILING))
                        .max(Comparator.comparingInt(ThroughputResult::readPercent)));
    }
}
