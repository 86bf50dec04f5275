package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final long SEED = 20_261_124;

    /** Their standard error is sqrt(28 / 6 / 7), divided by the mean 0.008165. */
    private static final double[] SEVEN = {97, 98, 99, 100, 101, 102, 103};

    private static final double STUDENT_OF_6 = 2.4469;

    private final Bootstrap bootstrap = new Bootstrap(SEED);

    @Test
    void mean_ofTwoForks_reachesAsFarAsOneDegreeOfFreedomAsks() {
        Estimate estimate = bootstrap.mean(forks(10, 20));

        assertThat(estimate.value()).isEqualTo(15);
        // Resampled means are 10, 15, 20 in 1, 2, 1 of 4 cases: their logarithms vary by 0.0609, twice that is
        // 0.349 squared, and Student's t is 12.706.
        assertThat(Math.log(interval(estimate).high() / 15)).isCloseTo(0.349 * 12.706, withinPercentage(6));
        assertThat(Math.log(15 / interval(estimate).low())).isCloseTo(0.349 * 12.706, withinPercentage(6));
    }

    @Test
    void mean_ofSevenForks_reachesAsFarAsStudentSays() {
        Estimate estimate = bootstrap.mean(forks(SEVEN));

        assertThat(estimate.value()).isEqualTo(100);
        assertThat(reach(interval(estimate))).isCloseTo(0.008165 * STUDENT_OF_6, withinPercentage(6));
    }

    @Test
    void mean_ofForksWithNoisyIterations_countsTheirNoiseOnce() {
        // Means as before; drawing iterations too would add half their variance, and a fifth to the interval.
        Replicates noisy = new Replicates(DoubleStream.of(SEVEN)
                .mapToObj(mean -> List.of(mean - 2, mean + 2))
                .toList());

        assertThat(reach(interval(bootstrap.mean(noisy)))).isCloseTo(0.008165 * STUDENT_OF_6, withinPercentage(6));
    }

    @Test
    void mean_ofForksThatDifferLessThanIterations_keepsTheNoiseOfIterations() {
        Replicates alike = new Replicates(List.of(List.of(90.0, 110.0), List.of(90.0, 110.0), List.of(90.0, 110.0)));

        // sqrt(10^2 / 2 / 3) of 100, corrected by sqrt(3 / 2), and t of 2 is 4.3027
        assertThat(reach(interval(bootstrap.mean(alike)))).isCloseTo(0.05 * 4.3027, withinPercentage(6));
    }

    @Test
    void mean_ofOneFork_hasNoInterval() {
        assertThat(bootstrap.mean(new Replicates(List.of(List.of(10.0, 20.0, 30.0)))))
                .isEqualTo(new Estimate(20, Optional.empty()));
    }

    @Test
    void mean_ofForksThatNeverVary_hasNoInterval() {
        Estimate estimate = bootstrap.mean(forks(0.1, 0.1, 0.1));

        assertThat(estimate.value()).isCloseTo(0.1, within(1e-15));
        assertThat(estimate.interval()).isEmpty();
    }

    @Test
    void mean_ofForksOfWhichOneDidNothing_hasNoInterval() {
        assertThat(bootstrap.mean(forks(0, 5, 4)).value()).isEqualTo(3);
        assertThat(bootstrap.mean(forks(0, 5, 4)).interval()).isEmpty();
    }

    @Test
    void mean_ofForksOfWhichOneStoodStillForAWhile_hasNoInterval() {
        List<Double> steady = List.of(4.0, 5.0);
        Replicates stoodStill = new Replicates(List.of(List.of(0.0, 5.0), steady, steady, steady, steady, steady));

        assertThat(bootstrap.mean(stoodStill).interval()).isEmpty();
    }

    @Test
    void mean_ofTheSameSeed_isTheSame() {
        Replicates data = Simulated.ROUGH.measured(100, 5, new Random(SEED));

        assertThat(new Bootstrap(1).mean(data)).isEqualTo(new Bootstrap(1).mean(data));
        assertThat(new Bootstrap(1).mean(data)).isNotEqualTo(new Bootstrap(2).mean(data));
    }

    @Test
    void mean_ofManySimulatedRuns_coversTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(SEED);
        Simulated simulated = new Simulated(0.1, 0, 1, 0.03);
        long covered = IntStream.range(0, 1_000)
                .filter(run -> interval(bootstrap.mean(simulated.measured(100, 4, random)))
                        .contains(simulated.mean(100)))
                .count();

        assertThat(covered / 1_000.0).as("coverage, seed %d", SEED).isBetween(0.93, 0.97);
    }

    @Test
    void ratio_ofIdenticalData_is1() {
        Replicates data = new Replicates(List.of(List.of(5.0, 6.0), List.of(7.0, 8.0)));

        Ratio ratio = bootstrap.ratio(data, data);

        assertThat(ratio.value()).isEqualTo(1);
        assertThat(interval(ratio).contains(1)).isTrue();
        assertThat(ratio.pValue()).hasValue(1);
    }

    @Test
    void ratio_ofTwoSamples_reachesAsFarAsWelchSays() {
        Ratio ratio = bootstrap.ratio(forks(194, 196, 198, 200, 202, 204, 206), forks(SEVEN));

        assertThat(ratio.value()).isEqualTo(2);
        // Twice the variance, twice the degrees of freedom: t of 12 is 2.1788.
        assertThat(reach(interval(ratio))).isCloseTo(0.008165 * Math.sqrt(2) * 2.1788, withinPercentage(6));
    }

    @Test
    void ratio_ofOneForkInEither_hasNeitherIntervalNorPValue() {
        Replicates one = new Replicates(List.of(List.of(10.0, 11.0)));
        Replicates many = forks(20, 21, 22);

        assertThat(bootstrap.ratio(one, many).interval()).isEmpty();
        assertThat(bootstrap.ratio(one, many).pValue()).isEmpty();
        assertThat(bootstrap.ratio(many, one).interval()).isEmpty();
        assertThat(bootstrap.ratio(many, one).value()).isEqualTo(2);
    }

    @Test
    void ratio_ofConstantsApart_hasNoPValue() {
        Ratio ratio = bootstrap.ratio(forks(6, 6, 6), forks(3, 3, 3));

        assertThat(ratio.value()).isEqualTo(2);
        assertThat(ratio.pValue()).isEmpty();
    }

    @Test
    void ratio_ofNothing_isZeroAndHasNoInterval() {
        Ratio ratio = bootstrap.ratio(forks(0, 0, 0), forks(3, 4, 5));

        assertThat(ratio.value()).isZero();
        assertThat(ratio.interval()).isEmpty();
    }

    @Test
    void ratio_toZero_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.ratio(forks(1), forks(0)))
                .withMessageContaining("0.0")
                .withMessageContaining("above 0");
    }

    @Test
    void ratio_whenSwapped_turnsItsIntervalUpsideDown() {
        Random random = new Random(SEED);
        Replicates left = Simulated.ROUGH.measured(100, 5, random);
        Replicates right = Simulated.ROUGH.measured(130, 3, random);

        Ratio ratio = bootstrap.ratio(left, right);
        Ratio swapped = bootstrap.ratio(right, left);

        assertThat(swapped.value()).isCloseTo(1 / ratio.value(), within(1e-12));
        assertThat(interval(swapped).low()).isCloseTo(1 / interval(ratio).high(), within(1e-9));
        assertThat(interval(swapped).high()).isCloseTo(1 / interval(ratio).low(), within(1e-9));
        assertThat(swapped.pValue().orElseThrow()).isCloseTo(ratio.pValue().orElseThrow(), within(1e-12));
    }

    @Test
    void ratio_inAnotherUnit_isTheSame() {
        Random random = new Random(SEED);
        Replicates left = Simulated.ROUGH.measured(100, 5, random);
        Replicates right = Simulated.ROUGH.measured(130, 5, random);

        Ratio ratio = bootstrap.ratio(left, right);
        Ratio scaled = bootstrap.ratio(scaled(left), scaled(right));

        assertThat(interval(scaled).low()).isCloseTo(interval(ratio).low(), within(1e-9));
        assertThat(interval(scaled).high()).isCloseTo(interval(ratio).high(), within(1e-9));
        assertThat(scaled.pValue().orElseThrow()).isCloseTo(ratio.pValue().orElseThrow(), within(1e-9));
    }

    @Test
    void ratio_whoseIntervalExcludes1_isSignificantAndNoOther() {
        Random random = new Random(SEED);
        int significant = 0;
        for (int run = 0; run < 300; run++) {
            Ratio ratio =
                    bootstrap.ratio(Simulated.CALM.measured(100, 5, random), Simulated.CALM.measured(107, 4, random));
            boolean excluded = !interval(ratio).contains(1);
            assertThat(ratio.pValue().orElseThrow() < 0.05)
                    .as("run %d of seed %d: %s", run, SEED, ratio)
                    .isEqualTo(excluded);
            significant += excluded ? 1 : 0;
        }
        assertThat(significant).as("so that both were seen").isBetween(30, 270);
    }

    private static Replicates forks(double... values) {
        return new Replicates(DoubleStream.of(values).mapToObj(List::of).toList());
    }

    private static Replicates scaled(Replicates observed) {
        return new Replicates(observed.forks().stream()
                .map(fork -> fork.stream().map(value -> value * 1e-6).toList())
                .toList());
    }

    private static Interval interval(Estimate estimate) {
        return estimate.interval().orElseThrow();
    }

    private static Interval interval(Ratio ratio) {
        return ratio.interval().orElseThrow();
    }

    /** Returns half the width of the interval's logarithm. */
    private static double reach(Interval interval) {
        return Math.log(interval.high() / interval.low()) / 2;
    }
}
