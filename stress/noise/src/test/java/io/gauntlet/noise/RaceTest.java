package io.gauntlet.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.noise.sample.TwoLocks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What noise is for: a window of a few instructions between two critical sections. */
class RaceTest {

    private static final int ROUNDS = 50;
    private static final int THREADS = 8;
    private static final int INCREMENTS = 40;
    private static final long BOUND_SECONDS = 60;
    private static final long SEED = 20261124;

    @Test
    void twoLocks_withNoise_loseUpdatesInNearlyEveryRound() throws InterruptedException {
        int without = roundsWithLostUpdates(0);
        int with = roundsWithLostUpdates(10);
        String seen = "rounds of " + ROUNDS + " in which an update was lost: " + without + " without noise, " + with
                + " with, seed " + SEED;
        System.out.println(seen);
        assertThat(with).as(seen).isGreaterThan(ROUNDS * 9 / 10);
        // How often without is the machine's affair: many processors lose some too.
        assertThat(without).as(seen).isLessThanOrEqualTo(with);
    }

    private static int roundsWithLostUpdates(int onceIn) throws InterruptedException {
        NoiseSettings settings = Loaded.settings(onceIn, NoiseReach.SYNCHRONIZATION);
        Class<?> type = onceIn == 0 ? TwoLocks.class : Loaded.noisy(TwoLocks.class, settings);
        int lost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            NoisyCallers callers = NoisyCallers.of(type, settings, SEED + round * THREADS);
            Runnable counter = Loaded.instance(type, Runnable.class);
            incrementTogether(counter, callers);
            if (!counter.toString().equals(Integer.toString(THREADS * INCREMENTS))) {
                lost++;
            }
            assertThat(callers.report().gap().isEmpty()).isEqualTo(onceIn != 0);
        }
        return lost;
    }

    private static void incrementTogether(Runnable counter, NoisyCallers callers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        for (int caller = 0; caller < THREADS; caller++) {
            Thread thread = new Thread(callers.around(caller, () -> {
                await(start);
                for (int i = 0; i < INCREMENTS; i++) {
                    counter.run();
                }
            }));
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(BOUND_SECONDS));
            assertThat(thread.isAlive())
                    .as("%s is still incrementing after %d s", thread, BOUND_SECONDS)
                    .isFalse();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(BOUND_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the others did not start", e);
        }
    }
}
