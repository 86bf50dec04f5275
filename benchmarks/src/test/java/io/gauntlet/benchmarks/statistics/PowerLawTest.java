package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.statistics.PowerLaw.Point;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLawTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2, -1})
    void fit_ofAnExactPowerLaw_findsItsExponent(double exponent) {
        PowerLaw law = PowerLaw.fit(DoubleStream.of(10, 100, 1_000, 10_000)
                .mapToObj(size -> new Point(size, 3 * Math.pow(size, exponent)))
                .toList());

        assertThat(law.exponent()).isCloseTo(exponent, within(1e-9));
        assertThat(law.factor()).isCloseTo(3, within(1e-9));
        assertThat(law.exponentInterval().low()).isCloseTo(exponent, within(1e-6));
        assertThat(law.exponentInterval().high()).isCloseTo(exponent, within(1e-6));
    }

    @Test
    void fit_ofPointsOffTheLine_hasStudentsInterval() {
        // Logarithms (0, 0), (1, 1), (2, 3): slope 3 / 2, residual variance 1 / 6, so standard error sqrt(1 / 12);
        // one degree of freedom.
        PowerLaw law =
                PowerLaw.fit(List.of(new Point(1, 1), new Point(Math.E, Math.E), new Point(Math.exp(2), Math.exp(3))));

        assertThat(law.exponent()).isCloseTo(1.5, within(1e-9));
        assertThat(law.exponentInterval().high()).isCloseTo(1.5 + 12.7062 * Math.sqrt(1 / 12.0), within(1e-4));
        assertThat(law.exponentInterval().low()).isCloseTo(1.5 - 12.7062 * Math.sqrt(1 / 12.0), within(1e-4));
    }

    @Test
    void fit_ofTwoSizesMeasuredTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PowerLaw.fit(List.of(new Point(1, 1), new Point(2, 1), new Point(2, 2), new Point(1, 3))))
                .withMessageContaining("give 3 at least");
    }

    @Test
    void point_withoutLogarithm_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(10, 0)).withMessageContaining("cost 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Point(Double.POSITIVE_INFINITY, 1))
                .withMessageContaining("Infinity");
    }
}
