package io.gauntlet.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Tape;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.LatencyResult.Kind;
import io.gauntlet.evidence.LatencyResult.View;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers on the machine's own clock. */
class CallersTest {

    private static final int CALLERS = 4;
    private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Callers callers = callers(/* readPercent= */ 100);

    private static Callers callers(int readPercent) {
        Tape tape = new Tape(1, readPercent, new Population(10));
        return new Callers(CALLERS, tape, /* seed= */ 7, CallerFactory.of(CallerThreads.PLATFORM));
    }

    @Test
    @Tag("slow")
    void stall_underALock_weighsOnAllCallsThatWereDueMeanwhile() {
        double callsPerSecond = 2_000;
        AtomicInteger calls = new AtomicInteger();
        Object lock = new Object();
        Target stalling = position -> {
            synchronized (lock) {
                if (calls.incrementAndGet() == 500) {
                    stall();
                }
                return Boolean.TRUE;
            }
        };

        Played played = callers.offer(stalling, callsPerSecond, /* millis= */ 1_000, callers.places());

        Distributions.Views reads = played.distributions().reads();
        // Half of those due in the stall waited longer than half of it, but for the schedule's chance.
        double dueInHalfAStall = callsPerSecond * STALL_NANOS / 2 / 1e9;
        long longSinceDue = longerThan(STALL_NANOS / 2, reads.sinceDue());
        assertThat(longSinceDue).isGreaterThan((long) (0.6 * dueInHalfAStall));
        // One call of each caller, in each stall: the machine may add some of its own.
        assertThat(longerThan(STALL_NANOS / 2, reads.inService())).isBetween(1L, longSinceDue / 10);
    }

    @Test
    void saturation_countsTheCallsDoneInTheWindow() {
        AtomicInteger calls = new AtomicInteger();

        Played played = untilSomethingIsDone(() -> {
            calls.set(0);
            return callers.saturate(position -> calls.incrementAndGet(), /* millis= */ 300, callers.places());
        });

        assertThat(played.tally().done()).isBetween(1L, (long) calls.get());
        assertThat(played.distributions().reads().inService().getTotalCount()).isEqualTo(calls.get());
    }

    @Test
    void caller_thatFails_isNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> callers.saturate(
                        position -> {
                            throw new IllegalArgumentException("planted");
                        },
                        /* millis= */ 60_000,
                        callers.places()))
                .withMessage("caller 1 of 4 failed: java.lang.IllegalArgumentException: planted");
    }

    @Test
    void window_afterAnother_countsOnlyItsOwn() {
        Callers mixed = callers(/* readPercent= */ 50);
        mixed.saturate(Target.NO_OP, /* millis= */ 100, mixed.places());
        AtomicInteger calls = new AtomicInteger();

        Played second = untilSomethingIsDone(() -> {
            calls.set(0);
            return mixed.offer(
                    position -> calls.incrementAndGet(),
                    /* callsPerSecond= */ 2_000,
                    /* millis= */ 200,
                    mixed.places());
        });

        Distributions counted = second.distributions();
        for (View view : View.values()) {
            assertThat(counted.of(Kind.READ, view).getTotalCount()
                            + counted.of(Kind.WRITE, view).getTotalCount())
                    .as(view.name())
                    .isEqualTo(second.tally().due() - second.tally().abandoned());
        }
        assertThat(calls.get()).isBetween(1, 1_000);
    }

    /** Plays windows until one is found in which the machine let a caller run; for a minute at most. */
    private static Played untilSomethingIsDone(Supplier<Played> window) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        Played played = window.get();
        while (played.tally().done() == 0 && System.nanoTime() - deadline < 0) {
            played = window.get();
        }
        return played;
    }

    private static void stall() {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < STALL_NANOS) {
            LockSupport.parkNanos(STALL_NANOS);
        }
    }

    private static long longerThan(long nanos, Histogram histogram) {
        return histogram.getCountBetweenValues(nanos, histogram.getHighestTrackableValue() - 1);
    }
}
