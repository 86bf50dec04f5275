package io.gauntlet.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExponentialGapsTest {

    private static final long SEED = 20261124;
    private static final double MEAN_GAP_NANOS = 1_000_000;
    private static final int GAPS = 10_000;

    @Test
    void gaps_areExponentialWithTheMeanAskedFor() {
        for (int caller = 0; caller < 4; caller++) {
            double[] gaps = gaps(SEED, caller);

            // The standard error of the mean of n exponentials is mean / sqrt(n).
            assertThat(DoubleStream.of(gaps).average().orElseThrow())
                    .isCloseTo(MEAN_GAP_NANOS, within(4 * MEAN_GAP_NANOS / Math.sqrt(GAPS)));
            // Kolmogorov and Smirnov's bound for a chance of 1 in 1000 that it is exceeded.
            assertThat(largestDistanceToExponential(gaps)).isLessThan(1.95 / Math.sqrt(GAPS));
        }
    }

    @Test
    void gaps_thatAreNotExponential_failTheSameBound() {
        double[] even = IntStream.range(0, GAPS)
                .mapToDouble(index -> 2 * MEAN_GAP_NANOS * index / GAPS)
                .toArray();

        assertThat(largestDistanceToExponential(even)).isGreaterThan(1.95 / Math.sqrt(GAPS));
    }

    @Test
    void schedule_ofTheSameSeed_isTheSame() {
        assertThat(due(SEED, 1))
                .isEqualTo(due(SEED, 1))
                .isNotEqualTo(due(SEED, 2))
                .isNotEqualTo(due(SEED + 1, 1));
    }

    @Test
    void schedule_atHalfTheRate_isTheSameTwiceAsLong() {
        ExponentialGaps gaps = new ExponentialGaps(SEED, 4);
        Schedule schedule = gaps.schedule(0, MEAN_GAP_NANOS);
        Schedule slower = gaps.schedule(0, 2 * MEAN_GAP_NANOS);
        for (int call = 0; call < GAPS; call++) {
            assertThat(slower.due()).isBetween(2 * schedule.due(), 2 * schedule.due() + 1);
            schedule.advance();
            slower.advance();
        }
    }

    @Test
    void schedule_withSmallGaps_losesNoneInRounding() {
        double meanGapNanos = 0.25;
        Schedule schedule = new Schedule(new float[] {1}, meanGapNanos);
        for (int call = 1; call < 1_000_000; call++) {
            schedule.advance();
        }
        assertThat(schedule.due()).isEqualTo(250_000);
    }

    private static long[] due(long seed, int caller) {
        Schedule schedule = new ExponentialGaps(seed, 4).schedule(caller, MEAN_GAP_NANOS);
        return LongStream.generate(() -> {
                    long due = schedule.due();
                    schedule.advance();
                    return due;
                })
                .limit(GAPS)
                .toArray();
    }

    private static double[] gaps(long seed, int caller) {
        long[] due = due(seed, caller);
        return IntStream.range(0, due.length)
                .mapToDouble(call -> call == 0 ? due[0] : due[call] - due[call - 1])
                .toArray();
    }

    private static double largestDistanceToExponential(double[] gaps) {
        double[] sorted = gaps.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int index = 0; index < sorted.length; index++) {
            double expected = 1 - Math.exp(-sorted[index] / MEAN_GAP_NANOS);
            largest = Math.max(largest, Math.abs(expected - (double) index / sorted.length));
            largest = Math.max(largest, Math.abs(expected - (index + 1.0) / sorted.length));
        }
        return largest;
    }
}
