package io.gauntlet.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where callers wait for each other before an iteration. They wait parked, and not playing as JMH has them wait, which takes
 * many callers on few cores longer than an iteration. The last to arrive wakes the others, in another order each time: where
 * callers outnumber cores, the first to wake get more of an iteration than the last.
 */
final class StartingLine {

    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final AtomicReferenceArray<Thread> waiting;
    private final AtomicInteger missing;
    private volatile int starts;

    StartingLine(int callers) {
        waiting = new AtomicReferenceArray<>(callers);
        missing = new AtomicInteger(callers);
    }

    /**
     * Returns when all have arrived.
     *
     * @param place of this caller, counted from 0
     * @param beforeStart run once, by the last to arrive
     * @throws IllegalStateException if that takes more than a minute, or the thread is interrupted
     */
    void await(int place, Runnable beforeStart) {
        int start = starts + 1;
        waiting.set(place, Thread.currentThread());
        if (missing.decrementAndGet() > 0) {
            park(place, start);
            return;
        }
        List<Thread> others = others(place, start);
        missing.set(waiting.length());
        beforeStart.run();
        starts = start;
        others.forEach(LockSupport::unpark);
    }

    private void park(int place, int start) {
        long begun = System.nanoTime();
        while (starts != start) {
            LockSupport.parkNanos(this, BOUND_NANOS);
            if (Thread.currentThread().isInterrupted() || System.nanoTime() - begun > BOUND_NANOS) {
                throw new IllegalStateException(
                        "caller " + place + " waited in vain for the start: " + missing.get() + " callers are missing");
            }
        }
    }

    private List<Thread> others(int place, int start) {
        List<Thread> others = IntStream.range(0, waiting.length())
                .filter(other -> other != place)
                .mapToObj(waiting::get)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(others, new Random(start));
        return others;
    }
}
