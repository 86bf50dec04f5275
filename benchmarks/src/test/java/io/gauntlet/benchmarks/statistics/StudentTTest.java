package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /** Quantiles as any table of Student's t has them. */
    @ParameterizedTest
    @CsvSource({"1, 12.706", "2, 4.303", "4, 2.776", "8, 2.306", "10, 2.228", "30, 2.042"})
    void student_atTheTablesQuantile_hasThatIntervalAndThatPValue(double degreesOfFreedom, double quantile) {
        Interval interval = new StudentT(0, 0.1, degreesOfFreedom).antilogInterval();

        assertThat(Math.log(interval.high())).isCloseTo(0.1 * quantile, within(0.00006));
        assertThat(Math.log(interval.low())).isCloseTo(-0.1 * quantile, within(0.00006));
        assertThat(new StudentT(quantile, 1, degreesOfFreedom).pValueOfZero()).isCloseTo(0.05, within(0.0001));
        assertThat(new StudentT(-quantile, 1, degreesOfFreedom).pValueOfZero()).isCloseTo(0.05, within(0.0001));
    }

    @Test
    void welch_ofUnequalVariances_isAsByHand() {
        // (4 + 1)^2 / (4^2 / 3 + 1^2 / 7)
        assertThat(StudentT.welch(4, 3, 1, 7)).isCloseTo(4.565217, within(1e-6));
    }

    @Test
    void welch_ofEqualVariances_addsDegreesOfFreedom() {
        assertThat(StudentT.welch(0.3, 4, 0.3, 4)).isCloseTo(8, within(1e-12));
    }

    @Test
    void welch_whenOneSideNeverVaries_isTheOtherSides() {
        assertThat(StudentT.welch(0, 9, 1e-200, 4)).isEqualTo(4);
    }
}
