package io.gauntlet.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What one caller's noise decides. */
class CallerNoiseTest {

    private static final int POINTS = 20_000;

    /** Which points are disturbed, and how, in the order of the points. */
    private static List<String> decisions(long seed, int caller) {
        CallerNoise noise = new CallerNoise(new NoiseStrength(50), seed, caller);
        List<String> decisions = new ArrayList<>();
        for (int point = 0; point < POINTS; point++) {
            String before = counts(noise);
            noise.pass();
            if (!counts(noise).equals(before)) {
                decisions.add(point + ": " + counts(noise));
            }
        }
        return decisions;
    }

    private static String counts(CallerNoise noise) {
        return noise.yields() + " yields, " + noise.parks() + " parks, " + noise.spins() + " spins";
    }

    @Test
    void pass_sameSeedAndCaller_decidesTheSame() {
        assertThat(decisions(7, 3)).isEqualTo(decisions(7, 3)).isNotEmpty();
    }

    @Test
    void pass_otherSeedOrCaller_decidesOtherwise() {
        assertThat(decisions(7, 3)).isNotEqualTo(decisions(8, 3)).isNotEqualTo(decisions(7, 4));
    }

    @Test
    void pass_manyPoints_disturbsOneInSoManyInEveryWay() {
        CallerNoise noise = new CallerNoise(new NoiseStrength(20), /* seed= */ 5, /* caller= */ 1);
        for (int point = 0; point < POINTS; point++) {
            noise.pass();
        }
        assertThat(noise.points()).isEqualTo(POINTS);
        double disturbed = noise.yields() + noise.parks() + noise.spins();
        assertThat(disturbed / POINTS).isCloseTo(1.0 / 20, within(0.01));
        assertThat(noise.yields() / disturbed).isCloseTo(0.8, within(0.1));
        assertThat(noise.parks()).isPositive();
        assertThat(noise.spins()).isPositive();
    }

    @Test
    void pass_atEveryPoint_disturbsEach() {
        CallerNoise noise = new CallerNoise(new NoiseStrength(1), /* seed= */ 5, /* caller= */ 1);
        for (int point = 0; point < 100; point++) {
            noise.pass();
        }
        assertThat(noise.yields() + noise.parks() + noise.spins()).isEqualTo(100);
    }

    /** A park of the noise must not use up what was meant for the code on trial. */
    @Test
    void pass_permitWaiting_isStillThereAfterwards() throws Exception {
        CompletableFuture<Long> parks = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            CallerNoise noise = new CallerNoise(new NoiseStrength(1), /* seed= */ 5, /* caller= */ 1);
            LockSupport.unpark(Thread.currentThread());
            while (noise.parks() == 0) {
                noise.pass();
            }
            LockSupport.park();
            parks.complete(noise.parks());
        });
        caller.setDaemon(true);
        caller.start();
        assertThat(parks.get(60, TimeUnit.SECONDS))
                .as("parks; the thread must not wait for ever for a permit that it was given")
                .isPositive();
    }

    @Test
    void pass_interrupted_staysInterrupted() {
        Thread.currentThread().interrupt();
        CallerNoise noise = new CallerNoise(new NoiseStrength(1), /* seed= */ 5, /* caller= */ 1);
        while (noise.parks() == 0) {
            noise.pass();
        }
        assertThat(Thread.interrupted()).isTrue();
    }
}
