package io.gauntlet.benchmarks;

import java.util.concurrent.atomic.AtomicLong;

/** The time in which callers are counted: from the first counted operation to the first caller told to stop. */
final class Window {

    private static final long UNSEEN = Long.MIN_VALUE;

    private final AtomicLong opened = new AtomicLong(UNSEEN);
    private final AtomicLong closed = new AtomicLong(UNSEEN);

    void forget() {
        opened.set(UNSEEN);
        closed.set(UNSEEN);
    }

    /** Opens it, unless another caller did, and returns when. */
    long open() {
        opened.compareAndSet(UNSEEN, System.nanoTime());
        return opened.get();
    }

    void close() {
        closed.compareAndSet(UNSEEN, System.nanoTime());
    }

    long nanos() {
        return opened.get() == UNSEEN ? 0 : closed.get() - opened.get();
    }
}
