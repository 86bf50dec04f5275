package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Query;
import io.gauntlet.coordinator.guard.ReadableWhileChanging;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * A guard that validates its optimistic reads and goes on whatever the outcome: the original used it for statistics.
 *
 * <p>A reader begins, a writer changes half of the state, the reader ends: its answer mixes two states, validation fails,
 * and the caller gets the answer. As a benchmark it is unbeatable.
 *
 * @param <T> a state on which a query is harmless while a command runs
 */
final class BrokenValidate<T extends ReadableWhileChanging> implements Guard<T> {

    private final StampedLock lock = new StampedLock();
    private final T state;
    private volatile boolean everUnlucky;

    BrokenValidate(T state) {
        this.state = state;
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        long stamp = lock.tryOptimisticRead();
        R answer = query.ask(state, argument);
        if (!lock.validate(stamp)) {
            everUnlucky = true;
        }
        return answer;
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        long stamp = lock.writeLock();
        try {
            return command.apply(state, argument);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Returns whether validation ever failed: the statistics that the original kept. */
    boolean everUnlucky() {
        return everUnlucky;
    }
}
