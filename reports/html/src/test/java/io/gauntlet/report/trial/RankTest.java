package io.gauntlet.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.evidence.MeasurementEvidence.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankTest {

    private static final Interval FAST = new Interval(30, 29, 31);
    private static final Interval MIDDLE = new Interval(20, 18, 22);
    private static final Interval NEARLY_MIDDLE = new Interval(21, 19, 24);
    private static final Interval SLOW = new Interval(10, 9, 11);

    @Test
    void rank_ofIntervalsApart_isOnePlace() {
        List<Interval> all = List.of(SLOW, FAST, MIDDLE);

        assertThat(Rank.of(FAST, all)).isEqualTo(new Rank(1, 1, 3));
        assertThat(Rank.of(MIDDLE, all)).isEqualTo(new Rank(2, 2, 3));
        assertThat(Rank.of(SLOW, all)).isEqualTo(new Rank(3, 3, 3));
    }

    @Test
    void rank_ofOverlappingIntervals_leavesPlacesOpen() {
        List<Interval> all = List.of(FAST, MIDDLE, NEARLY_MIDDLE, SLOW);

        assertThat(Rank.of(MIDDLE, all)).isEqualTo(new Rank(2, 3, 4));
        assertThat(Rank.of(NEARLY_MIDDLE, all)).isEqualTo(new Rank(2, 3, 4));
    }
}
