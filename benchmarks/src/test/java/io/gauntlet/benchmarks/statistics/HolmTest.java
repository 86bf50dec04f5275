package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void adjusted_ofTheTextbooksFour_areInTheirOrder() {
        // Smallest first: 4 x 0.005, 3 x 0.01, 2 x 0.03, and 0.04, which may not fall below the one before.
        List<Double> adjusted = Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005));

        assertThat(adjusted).usingElementComparator(HolmTest::nearly).containsExactly(0.03, 0.06, 0.06, 0.02);
    }

    @Test
    void adjusted_ofOne_isThatOne() {
        assertThat(Holm.adjusted(List.of(0.04))).containsExactly(0.04);
    }

    @Test
    void adjusted_ofNone_isNone() {
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }

    @Test
    void adjusted_ofEquals_areEqual() {
        assertThat(Holm.adjusted(List.of(0.02, 0.02, 0.02)))
                .usingElementComparator(HolmTest::nearly)
                .containsExactly(0.06, 0.06, 0.06);
    }

    @Test
    void adjusted_isNeverAbove1() {
        assertThat(Holm.adjusted(List.of(0.9, 0.6, 1.0))).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void adjusted_ofWhatIsNoProbability_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjusted(List.of(0.5, 1.5)))
                .withMessageContaining("1.5")
                .withMessageContaining("0 to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjusted(List.of(Double.NaN)));
    }

    private static int nearly(double left, double right) {
        return within(1e-12).value >= Math.abs(left - right) ? 0 : Double.compare(left, right);
    }
}
