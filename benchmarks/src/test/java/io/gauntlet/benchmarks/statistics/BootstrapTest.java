package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final long SEED = 20_261_124;

    private final Bootstrap bootstrap = new Bootstrap(SEED);

    @Test
    void mean_ofOneForkWithOneIteration_isThatValueAlone() {
        assertThat(bootstrap.mean(replicates(List.of(7.0)))).isEqualTo(new Estimate(7, 7, 7));
    }

    @Test
    void mean_ofConstantData_hasNoWidth() {
        assertThat(bootstrap.mean(replicates(List.of(4.0, 4.0), List.of(4.0, 4.0), List.of(4.0, 4.0))))
                .isEqualTo(new Estimate(4, 4, 4));
    }

    @Test
    void mean_ofUnequalForks_weighsForksAlike() {
        // (1 + (3 + 5) / 2) / 2, where the mean of all three values would be 3
        assertThat(replicates(List.of(1.0), List.of(3.0, 5.0)).mean()).isEqualTo(2.5);
    }

    @Test
    void mean_ofTwoForks_reachesFromOneForkToTheOther() {
        // Both draws hit the same fork in 1/4 of the resamples each, which is more than either tail.
        assertThat(bootstrap.mean(replicates(List.of(10.0), List.of(20.0)))).isEqualTo(new Estimate(15, 10, 20));
    }

    @Test
    void mean_ofOneForkWithTwoIterations_resamplesWithinIt() {
        assertThat(bootstrap.mean(replicates(List.of(10.0, 20.0)))).isEqualTo(new Estimate(15, 10, 20));
    }

    @Test
    void mean_ofSymmetricData_liesInTheMiddleOfItsInterval() {
        Estimate estimate = bootstrap.mean(replicates(
                List.of(-3.0), List.of(-2.0), List.of(-1.0), List.of(0.0), List.of(1.0), List.of(2.0), List.of(3.0)));

        assertThat(estimate.value()).isZero();
        assertThat(estimate.low() + estimate.high()).isCloseTo(0, within(0.2));
        // The standard error of the resampled mean is 2 / sqrt(7) = 0.756; 1.96 of them are 1.48.
        assertThat(estimate.high()).isCloseTo(1.48, within(0.15));
    }

    @Test
    void ratio_ofIdenticalData_is1() {
        Replicates data = replicates(List.of(5.0, 6.0), List.of(7.0, 8.0));

        Estimate estimate = bootstrap.ratio(data, data);

        assertThat(estimate.value()).isEqualTo(1);
        assertThat(estimate.low()).isLessThan(1);
        assertThat(estimate.high()).isGreaterThan(1);
    }

    @Test
    void ratio_ofConstants_hasNoWidth() {
        assertThat(bootstrap.ratio(replicates(List.of(6.0), List.of(6.0)), replicates(List.of(3.0))))
                .isEqualTo(new Estimate(2, 2, 2));
    }

    @Test
    void ratio_toZero_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.ratio(replicates(List.of(1.0)), replicates(List.of(0.0))))
                .withMessageContaining("[[0.0]]")
                .withMessageContaining("above 0");
    }

    @Test
    void mean_ofTheSameSeed_isTheSame() {
        Replicates data = simulated(new Random(SEED), 5, 4);

        assertThat(new Bootstrap(1).mean(data)).isEqualTo(new Bootstrap(1).mean(data));
    }

    @Test
    void mean_ofManySimulatedRuns_coversTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(SEED);
        long covered = IntStream.range(0, 300)
                .filter(run -> {
                    Estimate estimate = new Bootstrap(run).mean(simulated(random, 20, 5));
                    return estimate.low() <= 100 && 100 <= estimate.high();
                })
                .count();

        assertThat(covered / 300.0).as("coverage, seed %d", SEED).isBetween(0.89, 0.99);
    }

    @Test
    void replicates_withoutFork_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replicates(List.of()))
                .withMessageContaining("[]");
    }

    @Test
    void replicates_withANumberThatIsNone_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replicates(List.of(Double.NaN)))
                .withMessageContaining("NaN");
    }

    private static Replicates simulated(Random random, int forks, int iterations) {
        return new Replicates(IntStream.range(0, forks)
                .mapToObj(fork -> {
                    double centre = 100 + 10 * random.nextGaussian();
                    return IntStream.range(0, iterations)
                            .mapToObj(iteration -> centre + 3 * random.nextGaussian())
                            .toList();
                })
                .toList());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Replicates replicates(List<Double>... forks) {
        return new Replicates(List.of(forks));
    }
}
