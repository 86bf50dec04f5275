package io.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The time in which operations are counted: from the end of a lead-in to the first caller told to stop.
 *
 * <p>The lead-in is for the others to come: where callers outnumber cores the first has the coordinator to itself until the next
 * is scheduled, and under a lock that is handed on in the order of asking it gets more done in that moment than all of them in
 * the rest of the iteration.
 */
final class Window {

    /** Many times what waking all callers takes, and a small part of an iteration. */
    static final long LEAD_IN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long UNSEEN = Long.MIN_VALUE;

    private final long leadInNanos;
    private final AtomicInteger iteration = new AtomicInteger();
    private final AtomicLong begun = new AtomicLong(UNSEEN);
    private final AtomicLong opened = new AtomicLong(UNSEEN);
    private final AtomicLong closed = new AtomicLong(UNSEEN);

    Window(long leadInNanos) {
        this.leadInNanos = leadInNanos;
    }

    /** Forgets the iteration before, unless another caller did. */
    void prepare(int nextIteration) {
        if (iteration.getAndSet(nextIteration) != nextIteration) {
            begun.set(UNSEEN);
            opened.set(UNSEEN);
            closed.set(UNSEEN);
        }
    }

    /** Begins the lead-in; returns whether this caller is the first. */
    boolean begin() {
        return begun.compareAndSet(UNSEEN, System.nanoTime());
    }

    /** Returns when the lead-in began, by the clock of {@link System#nanoTime}. */
    long begunNanos() {
        return begun.get();
    }

    /** Opens if the lead-in is over; for callers, who each look after every call of their own until then. */
    void openIfLeadInIsOver() {
        long now = System.nanoTime();
        if (now - begun.get() >= leadInNanos) {
            opened.compareAndSet(UNSEEN, now);
        }
    }

    /** Returns whether operations that begin now are counted. */
    boolean isOpen() {
        return opened.get() != UNSEEN;
    }

    void close() {
        closed.compareAndSet(UNSEEN, System.nanoTime());
    }

    /** Returns how long operations were counted; 0 if the iteration was over before the lead-in. */
    long nanos() {
        return isOpen() ? Math.max(0, closed.get() - opened.get()) : 0;
    }
}
