package io.gauntlet.stress.jcstress.hazard;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A caller who performs one operation at a time, when it is told to: a step ends where the next operation is about to begin,
 * or with the caller's last statement.
 */
final class SteppedCaller extends Thread {

    private static final long PATIENCE_SECONDS = 60;

    /** What no rule throws, and a read of half-made fields may. */
    static final class TornRead extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Runnable calls;
    private final boolean torn;
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore standsStill = new Semaphore(0);
    private volatile boolean done;
    private volatile boolean hasAsked;
    private volatile @Nullable Throwable failure;

    private SteppedCaller(String name, Runnable calls, boolean torn) {
        super(name);
        this.calls = calls;
        this.torn = torn;
        setDaemon(true);
    }

    static SteppedCaller of(String name, Runnable calls) {
        return new SteppedCaller(name, calls, /* torn= */ false);
    }

    /** Makes a caller whose every operation throws a {@link TornRead}. */
    static SteppedCaller torn(String name, Runnable calls) {
        return new SteppedCaller(name, calls, /* torn= */ true);
    }

    @Override
    public void run() {
        try {
            calls.run();
        } catch (Throwable thrown) {
            failure = thrown;
        } finally {
            done = true;
            standsStill.release();
        }
    }

    /** Returns the caller whose thread this is. */
    static Optional<SteppedCaller> current() {
        return Thread.currentThread() instanceof SteppedCaller caller ? Optional.of(caller) : Optional.empty();
    }

    /** Called by this thread: lets the others go on, and waits to be told. */
    void awaitTurn() {
        hasAsked = true;
        if (torn) {
            throw new TornRead();
        }
        standsStill.release();
        acquire(turn, "nobody gave it a turn");
    }

    /** Starts the caller and waits until its first operation is about to begin. */
    void begin() {
        start();
        acquire(standsStill, "it did not come to its first operation");
        rethrow();
    }

    /** Lets the caller make one step, and waits for its end. */
    void step() {
        turn.release();
        acquire(standsStill, "its operation did not return");
        rethrow();
    }

    boolean isDone() {
        return done;
    }

    /** Returns whether it has asked the coordinator for anything. */
    boolean hasAsked() {
        return hasAsked;
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown != null) {
            throw new AssertionError("caller '" + getName() + "' let an exception out: " + thrown, thrown);
        }
    }

    private void acquire(Semaphore semaphore, String otherwise) {
        try {
            if (!semaphore.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        "caller '" + getName() + "': " + otherwise + " within " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for caller '" + getName() + "'", e);
        }
    }
}
