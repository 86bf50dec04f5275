package io.gauntlet.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.RegimeResult.Settled;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import io.gauntlet.report.SampleMeasurement;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankTest {

    @Test
    void rank_ofSignificantDifferences_isOnePlace() {
        ThroughputResult fast = result("FAST", "MIDDLE", "SLOW");
        ThroughputResult middle = result("MIDDLE", "SLOW");
        ThroughputResult slow = result("SLOW");
        List<ThroughputResult> all = List.of(slow, fast, middle);

        assertThat(Rank.of(fast, all)).isEqualTo(new Rank(1, 1, 3));
        assertThat(Rank.of(middle, all)).isEqualTo(new Rank(2, 2, 3));
        assertThat(Rank.of(slow, all)).isEqualTo(new Rank(3, 3, 3));
    }

    @Test
    void rank_ofNoSignificantDifference_leavesPlacesOpen() {
        ThroughputResult middle = result("MIDDLE", "SLOW");
        ThroughputResult nearlyMiddle = result("NEARLY_MIDDLE", "SLOW");
        List<ThroughputResult> all =
                List.of(result("FAST", "MIDDLE", "NEARLY_MIDDLE", "SLOW"), middle, nearlyMiddle, result("SLOW"));

        assertThat(Rank.of(middle, all)).isEqualTo(new Rank(2, 3, 4));
        assertThat(Rank.of(nearlyMiddle, all)).isEqualTo(new Rank(2, 3, 4));
    }

    /** A differs from C, but B from neither: B shares the first place with A, and C does not. */
    @Test
    void rank_whereTiesDoNotChain_followsTheDifferencesAlone() {
        ThroughputResult a = result("A", "C");
        ThroughputResult b = result("B");
        ThroughputResult c = result("C");
        List<ThroughputResult> all = List.of(a, b, c);

        assertThat(Rank.of(a, all)).isEqualTo(new Rank(1, 2, 3));
        assertThat(Rank.of(b, all)).isEqualTo(new Rank(1, 3, 3));
        assertThat(Rank.of(c, all)).isEqualTo(new Rank(2, 3, 3));
    }

    @Test
    void rank_ignoresThoseThatAreNotProven() {
        ThroughputResult own = result("OWN", "UNPROVEN");

        assertThat(Rank.of(own, List.of(own, result("OTHER")))).isEqualTo(new Rank(1, 2, 2));
    }

    /** Rates and their intervals are all the same: they must not matter. */
    private static ThroughputResult result(String subject, String... fasterThan) {
        return new ThroughputResult(
                subject,
                10,
                5,
                1e6,
                new Interval(1e6, 0.9e6, 1.1e6),
                1e6,
                0,
                1e6,
                Settled.ALL,
                null,
                List.of(fasterThan),
                List.of(),
                SampleMeasurement.linearizable(10));
    }
}
