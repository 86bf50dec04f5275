package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.warmup.WarmUp;
import io.gauntlet.benchmarks.warmup.WarmUp.Who;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Control;

/**
 * Bursts of play before JMH's first iteration, each with all that an iteration has: gathering, lead-in, counting, the end,
 * recorded windows. JMH's own warm-ups have a fixed number and length, and how many of these there are is for the compiler to
 * say. A thread of its own conducts.
 */
final class Rehearsal {

    private final WarmUp warmUp;
    private final CyclicBarrier meeting;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile Who who = Who.NOBODY;
    private volatile Control control = new Control();

    Rehearsal(WarmUp warmUp, int callers) {
        this.warmUp = warmUp;
        this.meeting = new CyclicBarrier(callers + 1);
        Thread conductor = new Thread(() -> orTellAll(this::conduct), "rehearsal");
        conductor.setDaemon(true);
        conductor.start();
    }

    private void conduct() {
        for (announce(); who != Who.NOBODY; announce()) {
            meet();
            meet();
            control.startMeasurement = true;
            warmUp.burst();
            control.stopMeasurement = true;
            meet();
            meet();
            warmUp.rest();
        }
        meet();
    }

    private void announce() {
        control = new Control();
        who = warmUp.next();
    }

    /**
     * Has a caller play, with all others, until the compiler is idle or it is too late.
     *
     * @throws IllegalStateException if another failed
     */
    void attend(Caller caller, SharedCoordinator shared) {
        orTellAll(() -> {
            for (meet(); who != Who.NOBODY; meet()) {
                caller.begin(shared, who == Who.FEW ? Phase.FEW_WARM_UP : Phase.ALL_WARM_UP);
                meet();
                caller.rehearse(shared, control);
                meet();
                caller.report(shared);
                meet();
            }
        });
    }

    /** Nobody waits for who failed. */
    private void orTellAll(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
            meeting.reset();
            throw thrown;
        }
    }

    private void meet() {
        if (failure.get() == null) {
            try {
                meeting.await();
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while warming up", e);
            } catch (BrokenBarrierException e) {
                // Who failed has said why.
            }
        }
        throw new IllegalStateException("another failed while warming up", failure.get());
    }
}
