package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final Optional<Interval> NO_FLOOR = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "1.3, 0.049, FASTER",
        "0.7, 0.049, SLOWER",
        "1.3, 0.05, TIE",
        "0.7, 0.9, TIE",
        // inside [0.9, 1.2], however sure
        "1.2, 0.001, TIE",
        "0.9, 0.001, TIE",
        "1.21, 0.001, FASTER",
        "0.89, 0.001, SLOWER",
    })
    void speed_isADifferenceIfItIsSignificantAndOutOfTheNoise(double value, double adjustedPValue, Speed expected) {
        assertThat(Speed.of(ratio(value, 0.001), adjustedPValue, Optional.of(new Interval(0.9, 1.2))))
                .isEqualTo(expected);
    }

    @Test
    void speed_withoutNoiseFloor_isByPValueAlone() {
        assertThat(Speed.of(ratio(1.01, 0.01), 0.01, NO_FLOOR)).isEqualTo(Speed.FASTER);
    }

    @Test
    void speed_ofARatioWithoutPValue_isATieHoweverLarge() {
        assertThat(Speed.of(new Ratio(1_000, NO_FLOOR, OptionalDouble.empty()), 0, NO_FLOOR))
                .isEqualTo(Speed.TIE);
    }

    @Test
    void speed_ofWhatIsNoProbability_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Speed.of(ratio(1, 1), Double.NaN, NO_FLOOR))
                .withMessageContaining("NaN");
    }

    @Test
    void verdicts_ofAFamily_areCorrectedOverIt() {
        Map<String, Ratio> family = new LinkedHashMap<>();
        family.put("c", ratio(2, 0.02));
        family.put("a", ratio(3, 0.03));
        family.put("b", ratio(0.5, 0.01));

        Map<String, Verdict> verdicts = Verdict.ofFamily(family, NO_FLOOR);

        assertThat(verdicts.keySet()).containsExactly("c", "a", "b");
        assertThat(verdicts.get("b").adjustedPValue().orElseThrow()).isCloseTo(0.03, within(1e-12));
        assertThat(verdicts.get("b").speed()).isEqualTo(Speed.SLOWER);
        assertThat(verdicts.get("c").adjustedPValue().orElseThrow()).isCloseTo(0.04, within(1e-12));
        assertThat(verdicts.get("c").speed()).isEqualTo(Speed.FASTER);
        assertThat(verdicts.get("a").adjustedPValue().orElseThrow()).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void verdicts_besideOneWithoutPValue_countItAll() {
        Map<String, Ratio> family = new LinkedHashMap<>();
        family.put("one fork", new Ratio(9, NO_FLOOR, OptionalDouble.empty()));
        family.put("many", ratio(2, 0.03));

        Map<String, Verdict> verdicts = Verdict.ofFamily(family, NO_FLOOR);

        assertThat(verdicts.get("one fork").adjustedPValue()).isEmpty();
        assertThat(verdicts.get("one fork").speed()).isEqualTo(Speed.TIE);
        assertThat(verdicts.get("many").adjustedPValue()).hasValue(0.06);
        assertThat(verdicts.get("many").speed()).isEqualTo(Speed.TIE);
    }

    @Test
    void ratio_withIntervalButNoPValue_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ratio(1, Optional.of(new Interval(0, 2)), OptionalDouble.empty()))
                .withMessageContaining("both or neither");
    }

    @Test
    void interval_withItsEndsTheWrongWayRound_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(2, 1))
                .withMessageContaining("[2.0, 1.0]");
    }

    private static Ratio ratio(double value, double pValue) {
        return new Ratio(value, Optional.of(new Interval(value / 2, value * 2)), OptionalDouble.of(pValue));
    }
}
