package io.gauntlet.stress.canary;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Query;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A mutex that is given back after an answer and after an exception, but not after an error. */
public final class KeepsLockOnError<T> implements Guard<T> {

    private final Lock lock = new ReentrantLock();
    private final T state;

    public KeepsLockOnError(T state) {
        this.state = state;
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        lock.lock();
        try {
            return query.ask(state, argument);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        lock.lock();
        try {
            R result = command.apply(state, argument);
            lock.unlock();
            return result;
        } catch (RuntimeException refusal) {
            // The bug: there is more that can be thrown.
            lock.unlock();
            throw refusal;
        }
    }
}
