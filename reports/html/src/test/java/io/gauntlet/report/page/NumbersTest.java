package io.gauntlet.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.5, 0.5",
        "12, 12",
        "999, 999",
        "999.7, 1.00_k",
        "1000, 1.00_k",
        "60512, 60.5_k",
        "999499, 999_k",
        "999500, 1.00_M",
        "12345678, 12.3_M",
        "2.5e9, 2.50_G"
    })
    void rate_hasThreeDigitsAndAUnit(double rate, String text) {
        assertThat(Numbers.rate(rate)).isEqualTo(text.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({"1000000, 1_M", "50000, 50_k", "200, 200"})
    void round_hasNoNeedlessDigits(double rate, String text) {
        assertThat(Numbers.round(rate)).isEqualTo(text.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({"3.2, 3.20", "0.9512, 0.95", "12.34, 12.3", "123.4, 123", "0, 0.00", "0.00414, 0.0041", "0.0999, 0.10"})
    void ratio_hasTwoDecimalsOrTwoDigits(double ratio, String text) {
        assertThat(Numbers.ratio(ratio)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00_s", "0.0042, 4.20_ms", "0.123, 0.12_s", "59.94, 59.9_s", "60, 1_min 0_s", "431.7, 7_min 12_s"})
    void duration_hasMinutesFromSixtySeconds(double seconds, String text) {
        assertThat(Numbers.duration(seconds)).isEqualTo(text.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1280000, 1_280_000"})
    void count_isGroupedByThree(long number, String text) {
        assertThat(Numbers.count(number)).isEqualTo(text.replace('_', '\u202f'));
    }
}
