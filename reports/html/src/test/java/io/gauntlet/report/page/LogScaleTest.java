package io.gauntlet.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogScaleTest {

    @Test
    void scale_spansItsValuesFromStepToStep() {
        LogScale scale = new LogScale(List.of(1.4e6, 7e6, 61e6));

        assertThat(scale.ticks())
                .usingComparatorForType(LogScaleTest::compareRoughly, Double.class)
                .containsExactly(1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8);
        assertThat(scale.x(1e6)).isEqualTo("0.00%");
        assertThat(scale.x(1e7)).isEqualTo("50.00%");
        assertThat(scale.x(1e8)).isEqualTo("100.00%");
    }

    @Test
    void scale_equalRatiosAreEqualDistances() {
        LogScale scale = new LogScale(List.of(100.0, 90_000.0));

        assertThat(scale.share(400) - scale.share(200))
                .isCloseTo(scale.share(40_000) - scale.share(20_000), within(1e-9));
    }

    @Test
    void scale_ofManyDecades_hasFewTicks() {
        assertThat(new LogScale(List.of(1.0, 1e9)).ticks()).hasSizeBetween(2, 10);
    }

    @Test
    void scale_ofOneValueZeroOrNothing_isStillAScale() {
        for (List<Double> values : List.of(List.of(5e6), List.of(0.0), List.<Double>of(), List.of(0.0, 3.0))) {
            LogScale scale = new LogScale(values);

            assertThat(scale.ticks()).as("%s", values).hasSizeGreaterThanOrEqualTo(2);
            assertThat(scale.share(0)).isZero();
            assertThat(scale.share(Double.MAX_VALUE)).isEqualTo(1);
        }
    }

    private static int compareRoughly(double left, double right) {
        return Math.abs(left / right - 1) < 1e-9 ? 0 : Double.compare(left, right);
    }
}
