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

    @ParameterizedTest
    @CsvSource({
        "0, 0.00_ns",
        "41.23, 41.2_ns",
        "999.7, 1.00_µs",
        "12345, 12.3_µs",
        "4200000, 4.20_ms",
        "999999999, 1.00_s",
        "63e9, 63.0_s"
    })
    void time_hasThreeDigitsAndAUnit(double nanos, String text) {
        assertThat(Numbers.time(nanos)).isEqualTo(text.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1_µs", "500, 500_ns", "2e9, 2_s"})
    void roundTime_hasNoNeedlessDigits(double nanos, String text) {
        assertThat(Numbers.roundTime(nanos)).isEqualTo(text.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({"0, 0_B", "0.04, 0_B", "0.5, 0.5_B", "24.2, 24_B", "1024, 1024_B"})
    void bytes_areWholeFromTenOn(double bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({"0, < 0.001", "0.0009, < 0.001", "0.0124, 0.012", "1, 1.000"})
    void probability_hasThreeDecimals(double p, String text) {
        assertThat(Numbers.probability(p)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-0.021, \u22120.02", "0.004, 0.00", "-0.004, 0.00", "0.97, 0.97"})
    void decimal_hasTwoDecimalsAndARealMinus(double number, String text) {
        assertThat(Numbers.decimal(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0_%", "0.4, 40_%", "1, 100_%"})
    void percent_isOfOne(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text.replace('_', '\u202f'));
    }
}
