package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {

    @Test
    void fairness_ofEqualCounts_is1() {
        assertThat(Fairness.of(List.of(7L, 7L, 7L))).isEqualTo(new Fairness(1, 1));
    }

    @Test
    void fairness_whenThreeOfTenGetAll_isThreeTenths() {
        assertThat(Fairness.of(List.of(5L, 5L, 5L, 0L, 0L, 0L, 0L, 0L, 0L, 0L))).isEqualTo(new Fairness(0.3, 0));
    }

    @Test
    void fairness_ofUnequalCounts_isAsByHand() {
        Fairness fairness = Fairness.of(List.of(1L, 2L, 3L));

        // (1 + 2 + 3)^2 / (3 x (1 + 4 + 9)), and 1 to a mean of 2
        assertThat(fairness.jainIndex()).isCloseTo(36.0 / 42, within(1e-12));
        assertThat(fairness.slowestToMean()).isEqualTo(0.5);
    }

    @Test
    void fairness_inAnotherUnit_isTheSame() {
        Fairness fairness = Fairness.of(List.of(1_000_000_000_000L, 2_000_000_000_000L, 3_000_000_000_000L));

        assertThat(fairness.jainIndex()).isCloseTo(36.0 / 42, within(1e-12));
        assertThat(fairness.slowestToMean()).isEqualTo(0.5);
    }

    @Test
    void fairness_ofNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fairness.of(List.of()))
                .withMessageContaining("[]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fairness.of(Collections.nCopies(2, 0L)))
                .withMessageContaining("[0, 0]")
                .withMessageContaining("above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fairness.of(List.of(3L, -1L)))
                .withMessageContaining("-1");
    }
}
