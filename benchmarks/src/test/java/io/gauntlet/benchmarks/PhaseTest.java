package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseTest {

    @Test
    void measurement_isTimedLast_whereThatIsWanted() {
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(number -> Phase.ofMeasurement(number, 3, true)))
                .containsExactly(Phase.MEASURED, Phase.MEASURED, Phase.TIMED);
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(number -> Phase.ofMeasurement(number, 3, false)))
                .containsOnly(Phase.MEASURED);
    }

    @Test
    void calls_areTimed_allOrNoneOrEveryOtherStretch() {
        assertThat(timed(Phase.TIMED)).isEqualTo(1 << 16);
        assertThat(timed(Phase.FEW_WARM_UP)).isEqualTo(1 << 15);
        assertThat(timed(Phase.ALL_WARM_UP)).isZero();
        assertThat(timed(Phase.MEASURED)).isZero();
    }

    private static long timed(Phase phase) {
        return IntStream.range(0, 1 << 16).filter(phase::times).count();
    }
}
