package io.gauntlet.stress.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
@Tag("slow")
class WatchdogTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final long BOUND_SECONDS = 60;

    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void releaseThreads() {
        release.countDown();
    }

    @Test
    void stalled_twoThreadsHoldWhatTheOtherWantsByLocks_tellsWhoWaitsForWhom() throws Exception {
        Lock one = new ReentrantLock();
        Lock two = new ReentrantLock();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        Thread first = daemon("first", () -> lockBoth(one, two, bothHoldOne));
        Thread second = daemon("second", () -> lockBoth(two, one, bothHoldOne));

        // Somebody else gets on all the time: the deadlock alone must be seen.
        AtomicLong progress = new AtomicLong();
        try (Watchdog watchdog = Watchdog.over(List.of(first, second), progress::incrementAndGet, NEVER)) {
            Stall stall = watchdog.stalled().get(BOUND_SECONDS, TimeUnit.SECONDS);

            assertThat(stall.summary())
                    .isIn(
                            "deadlock: first waits for second waits for first",
                            "deadlock: second waits for first waits for second");
            assertThat(stall.whoWaitsForWhom())
                    .contains("2 threads wait for each other")
                    .contains("first waits for java.util.concurrent.locks.ReentrantLock$")
                    .contains("owned by second")
                    .contains("owned by first")
                    .contains("lockBoth");
        } finally {
            first.interrupt();
            second.interrupt();
            join(first, second);
        }
    }

    @Test
    void stalled_deadlockOfThreadsThatAreNotWatched_saysNothing() throws Exception {
        Lock one = new ReentrantLock();
        Lock two = new ReentrantLock();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        Thread first = daemon("first", () -> lockBoth(one, two, bothHoldOne));
        Thread second = daemon("second", () -> lockBoth(two, one, bothHoldOne));
        Thread watched = daemon("watched", this::awaitRelease);
        awaitState(Thread.State.WAITING, first, second);

        CountDownLatch looks = new CountDownLatch(8);
        try (Watchdog watchdog = Watchdog.over(List.of(watched), () -> progressOf(looks), NEVER)) {
            assertThat(looks.await(BOUND_SECONDS, TimeUnit.SECONDS))
                    .as("8 looks")
                    .isTrue();
            assertThat(watchdog.stalled()).isNotDone();
        } finally {
            first.interrupt();
            second.interrupt();
            join(first, second);
        }
    }

    @Test
    void stalled_nobodyGetsOn_tellsWhereTheyStand() throws Exception {
        Thread stuck = daemon("stuck", this::awaitRelease);
        awaitState(Thread.State.TIMED_WAITING, stuck);

        try (Watchdog watchdog = Watchdog.over(List.of(stuck), () -> 17, SHORT)) {
            Stall stall = watchdog.stalled().get(BOUND_SECONDS, TimeUnit.SECONDS);

            assertThat(stall.summary()).isEqualTo("no caller made progress for 0.6 s");
            assertThat(stall.whoWaitsForWhom()).contains("CountDownLatch").contains("awaitRelease");
        }
    }

    @Test
    void stalled_busyThreadThatGetsNowhere_isFoundToo() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        Thread spinning = daemon("spinning", () -> {
            while (!ended.get()) {
                Thread.onSpinWait();
            }
        });
        try (Watchdog watchdog = Watchdog.over(List.of(spinning), () -> 17, SHORT)) {
            assertThat(watchdog.stalled().get(BOUND_SECONDS, TimeUnit.SECONDS).whoWaitsForWhom())
                    .contains("RUNNABLE");
        } finally {
            ended.set(true);
        }
    }

    @Test
    void stalled_threadThatGetsOn_saysNothing() throws Exception {
        Thread healthy = daemon("healthy", this::awaitRelease);
        CountDownLatch looks = new CountDownLatch(10);

        try (Watchdog watchdog = Watchdog.over(List.of(healthy), () -> progressOf(looks), SHORT)) {
            assertThat(looks.await(BOUND_SECONDS, TimeUnit.SECONDS))
                    .as("10 looks")
                    .isTrue();
            assertThat(watchdog.stalled()).isNotDone();
        }
    }

    @Test
    void stalled_allHaveEnded_saysNothing() throws Exception {
        Thread gone = daemon("gone", () -> {});
        join(gone);
        CountDownLatch looks = new CountDownLatch(10);

        try (Watchdog watchdog = Watchdog.over(
                List.of(gone),
                () -> {
                    looks.countDown();
                    return 17;
                },
                SHORT)) {
            assertThat(looks.await(BOUND_SECONDS, TimeUnit.SECONDS))
                    .as("10 looks")
                    .isTrue();
            assertThat(watchdog.stalled()).isNotDone();
        }
    }

    @Test
    void stalled_progressCannotBeRead_saysSo() {
        Thread stuck = daemon("stuck", this::awaitRelease);
        try (Watchdog watchdog = Watchdog.over(
                List.of(stuck),
                () -> {
                    throw new IllegalStateException("no figures");
                },
                NEVER)) {
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> watchdog.stalled().get(BOUND_SECONDS, TimeUnit.SECONDS))
                    .withMessageContaining("no figures")
                    .isNotInstanceOf(TimeoutException.class);
        }
    }

    private static long progressOf(CountDownLatch looks) {
        looks.countDown();
        return System.nanoTime();
    }

    private static void lockBoth(Lock first, Lock second, CyclicBarrier bothHoldOne) {
        try {
            first.lockInterruptibly();
            bothHoldOne.await(BOUND_SECONDS, TimeUnit.SECONDS);
            second.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            // How the test ends the deadlock.
            Thread.currentThread().interrupt();
        } catch (Exception broken) {
            throw new AssertionError("the two never held a lock each", broken);
        }
    }

    private void awaitRelease() {
        try {
            if (!release.await(2 * BOUND_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the test never ended");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitState(Thread.State state, Thread... threads) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        for (Thread thread : threads) {
            while (thread.getState() != state) {
                assertThat(deadline - System.nanoTime())
                        .as("nanoseconds left for %s, which is %s, to be %s", thread, thread.getState(), state)
                        .isPositive();
                Thread.onSpinWait();
            }
        }
    }

    private static Thread daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread... threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(BOUND_SECONDS));
            assertThat(thread.isAlive()).as("%s still runs", thread.getName()).isFalse();
        }
    }
}
