package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.benchmarks.fork.Counts;
import java.util.Collection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.Result;

class CountedRateTest {

    private static final long HALF_A_SECOND = 500_000_000;

    private final Tally tally = new Tally();

    @BeforeEach
    @AfterEach
    void forget() {
        Tally.forget();
    }

    @Test
    void rate_isWhatAllCallersCounted_dividedByTheWindowTheyShare() {
        tally.add(1, Phase.MEASURED, new Counts(90, 10, 80, 5, HALF_A_SECOND));
        tally.add(1, Phase.MEASURED, new Counts(30, 20, 30, 20, HALF_A_SECOND));

        assertThat(printed())
                .extracting(result -> result.getLabel() + " " + result.getScore() + " " + result.getScoreUnit())
                .containsExactly(
                        "counted 300.0 ops/s",
                        "counted.reads 240.0 ops/s",
                        "counted.writes 60.0 ops/s",
                        "counted.effective 270.0 ops/s");
    }

    @Test
    void rate_isOfTheLastIterationAlone() {
        tally.add(1, Phase.ALL_WARM_UP, new Counts(1_000, 0, 0, 0, HALF_A_SECOND));
        tally.add(2, Phase.MEASURED, new Counts(10, 0, 0, 0, HALF_A_SECOND));

        assertThat(printed()).first().returns(20.0, Result::getScore);
        assertThat(tally.measured()).containsExactly(new Counts(10, 0, 0, 0, HALF_A_SECOND));
    }

    @Test
    void benchmark_thatCountsNothing_hasNoSuchResult() {
        assertThat(printed()).isEmpty();
        tally.add(1, Phase.MEASURED, Counts.NONE);
        assertThat(printed()).isEmpty();
    }

    private static Collection<? extends Result<?>> printed() {
        return new CountedRate().afterIteration(null, null, null);
    }
}
