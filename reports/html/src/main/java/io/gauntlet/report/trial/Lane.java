package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.Optional;

/** One strategy's place in one contest. */
public sealed interface Lane {

    CoordinatorStrategy strategy();

    /**
     * A number that may be shown: the strategy is proven, of the same bytes, and its measured answers were linearizable.
     *
     * @param result what was measured
     * @param comparison with MUTEX, where MUTEX is proven and enough of both was measured in the same run
     * @param rank its place among the strategies shown, where enough was measured to give it one
     */
    record Shown(
            CoordinatorStrategy strategy, ThroughputResult result, Optional<Comparison> comparison, Optional<Rank> rank)
            implements Lane {

        /** Returns whether it is shown neither faster nor slower than MUTEX. */
        public boolean isTieWithMutex() {
            return comparison.map(Comparison::speed).filter(Speed.TIE::equals).isPresent();
        }

        /** Returns whether it is what the others are compared with. */
        public boolean isBaseline() {
            return strategy == CoordinatorStrategy.MUTEX;
        }
    }

    /** A number that is not there, or may not be shown, and why. */
    record Withheld(CoordinatorStrategy strategy, String reason) implements Lane {}
}
