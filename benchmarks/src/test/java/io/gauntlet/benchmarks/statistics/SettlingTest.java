package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final List<Double> CALM_AT_LAST = List.of(50.0, 200.0, 100.0, 101.0, 102.0);
    private static final List<Double> CALM_AT_FIRST = List.of(100.0, 101.0, 102.0, 200.0, 50.0);
    private static final List<Double> EVER_RISING = List.of(10.0, 20.0, 40.0, 80.0, 160.0);
    private static final List<Double> EQUAL_BUT_NEVER_IN_A_ROW = List.of(100.0, 200.0, 100.0, 200.0, 100.0);

    @Test
    void forks_ofWhichTwoOfFourSettle_areHalfUnsettled() {
        assertThat(neverSettled(CALM_AT_LAST, EVER_RISING, CALM_AT_FIRST, EQUAL_BUT_NEVER_IN_A_ROW))
                .isEqualTo(0.5);
    }

    @Test
    void fork_thatVariesByTheThreshold_hasNotSettled() {
        // Standard deviation 5, mean 100.
        assertThat(neverSettled(List.of(95.0, 100.0, 105.0))).isEqualTo(1);
        assertThat(neverSettled(List.of(95.1, 100.0, 104.9))).isZero();
    }

    @Test
    void fork_thatDoesNothing_hasNotSettled() {
        assertThat(neverSettled(List.of(0.0, 0.0, 0.0))).isEqualTo(1);
    }

    @Test
    void forks_ofFewerIterationsThanTheWindow_cannotBeJudged() {
        assertThat(Settling.USUAL.neverSettled(new Replicates(List.of(CALM_AT_LAST, List.of(1.0, 1.0)))))
                .isEmpty();
    }

    @Test
    void settling_byACriterionThatIsNone_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settling(1, 0.05))
                .withMessageContaining("window 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settling(3, 0))
                .withMessageContaining("threshold 0.0");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static double neverSettled(List<Double>... forks) {
        return Settling.USUAL.neverSettled(new Replicates(List.of(forks))).orElseThrow();
    }
}
