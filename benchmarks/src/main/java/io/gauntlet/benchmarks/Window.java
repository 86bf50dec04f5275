package io.gauntlet.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The time in which callers are counted: from the first counted operation to the first caller told to stop. */
final class Window {

    private static final long UNSEEN = Long.MIN_VALUE;

    private final AtomicInteger iteration = new AtomicInteger();
    private final AtomicLong opened = new AtomicLong(UNSEEN);
    private final AtomicLong closed = new AtomicLong(UNSEEN);

    /** Forgets the iteration before, unless another caller did. */
    void prepare(int nextIteration) {
        if (iteration.getAndSet(nextIteration) != nextIteration) {
            opened.set(UNSEEN);
            closed.set(UNSEEN);
        }
    }

    /** Returns whether this caller is the first. */
    boolean open() {
        return opened.compareAndSet(UNSEEN, System.nanoTime());
    }

    /** Returns when it was opened, by the clock of {@link System#nanoTime}. */
    long openedNanos() {
        return opened.get();
    }

    void close() {
        closed.compareAndSet(UNSEEN, System.nanoTime());
    }

    long nanos() {
        return opened.get() == UNSEEN ? 0 : closed.get() - opened.get();
    }
}
