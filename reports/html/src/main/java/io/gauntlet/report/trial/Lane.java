package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.MeasurementEvidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence.ThroughputResult;
import java.util.Optional;

/** One strategy's place in the measurement of one mix. */
public sealed interface Lane {

    CoordinatorStrategy strategy();

    /**
     * A number that may be shown: the strategy is proven, and of the same bytes.
     *
     * @param result what was measured
     * @param ratio its throughput divided by MUTEX's, where MUTEX is proven and was measured in the same run
     * @param rank its place among the strategies shown
     */
    record Shown(CoordinatorStrategy strategy, ThroughputResult result, Optional<Interval> ratio, Rank rank)
            implements Lane {

        /** Returns whether the ratio leaves open which of the two is faster. */
        public boolean isTieWithMutex() {
            return ratio.map(interval -> interval.contains(1)).orElse(false);
        }
    }

    /** A number that is not there, or may not be shown, and why. */
    record Withheld(CoordinatorStrategy strategy, String reason) implements Lane {}
}
