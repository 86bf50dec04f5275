package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyStateTest {

    private static final int JVMS = 2_000;

    private final Random random = new Random(20_261_124);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100 100 100 100 100 |                      | flat
            103  97 104  98 101 |                      | noisy
            100 100 130 100 100 |                      | one that stands out, and no trend
             97  98 100 102 103 |                      | rising by less than the limit
             86  94 100 107 109 | rose by 24 %         | as JVMs did that were measured too early
            186 192 196 241 278 | rose by 43 %         | one of them
             90  90  90 120 120 | rose by 35 %         | a jump
            100 100 100 100 140 | rose by 30 %         | a jump at the end
             70 100 100 100 100 | rose by 26 %         | a jump at the beginning
            120 110 100  90  80 | fell by 40 %         | falling
            100 115 100  85 118 | 18 % apart           | a level line, and its ends far apart
            118  85 100 115 100 | 18 % apart           | the other way round
            100 100 0 100 100   | nothing was done     | an iteration in which nobody got anywhere
            100 100             | 2 iterations are too few | nothing can be told
            """)
    void series_withATrend_isTold(String rates, String expected, String what) {
        Optional<String> whyNot = SteadyState.USUAL.whyNot(
                Arrays.stream(rates.strip().split(" +")).map(Double::valueOf).toList());

        if (expected == null) {
            assertThat(whyNot).as(what).isEmpty();
        } else {
            assertThat(whyNot)
                    .as(what)
                    .hasValueSatisfying(why -> assertThat(why).contains(expected));
        }
    }

    @Test
    void noise_ofAQuietMachine_hardlyEverPassesForATrend() {
        assertThat(unsettled(/* noise= */ 0.02, iteration -> 1)).isLessThan(0.01);
        assertThat(unsettled(/* noise= */ 0.03, iteration -> 1)).isLessThan(0.05);
    }

    @Test
    void trend_thatIsTwiceTheLimit_isSeenThroughNoise() {
        assertThat(unsettled(/* noise= */ 0.03, iteration -> 1 + 0.05 * iteration))
                .isGreaterThan(0.95);
        assertThat(unsettled(/* noise= */ 0.03, iteration -> iteration < 2 ? 1 : 1.25))
                .isGreaterThan(0.99);
    }

    @Test
    void limitsThatAreNone_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SteadyState(0, 0.1))
                .withMessageContaining("0.0 for the slope");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SteadyState(0.1, Double.NaN))
                .withMessageContaining("NaN for first against last");
    }

    /** Returns the share of JVMs that are unsettled, of five iterations each. */
    private double unsettled(double noise, IntToDoubleFunction rate) {
        return IntStream.range(0, JVMS)
                        .mapToObj(jvm -> series(noise, rate))
                        .filter(series -> SteadyState.USUAL.whyNot(series).isPresent())
                        .count()
                / (double) JVMS;
    }

    private List<Double> series(double noise, IntToDoubleFunction rate) {
        return IntStream.range(0, 5)
                .mapToDouble(rate::applyAsDouble)
                .map(level -> level * (1 + noise * random.nextGaussian()))
                .boxed()
                .toList();
    }
}
