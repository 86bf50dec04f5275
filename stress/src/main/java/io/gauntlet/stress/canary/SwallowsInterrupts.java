package io.gauntlet.stress.canary;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Query;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A mutex that waits on after an interrupt, and forgets that there was one. */
public final class SwallowsInterrupts<T> implements Guard<T> {

    private final Lock lock = new ReentrantLock();
    private final T state;

    public SwallowsInterrupts(T state) {
        this.state = state;
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        lockForgetfully();
        try {
            return query.ask(state, argument);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        lockForgetfully();
        try {
            return command.apply(state, argument);
        } finally {
            lock.unlock();
        }
    }

    private void lockForgetfully() {
        while (true) {
            try {
                lock.lockInterruptibly();
                return;
            } catch (InterruptedException forgotten) {
                // The bug: somebody wanted this thread to stop.
            }
        }
    }
}
