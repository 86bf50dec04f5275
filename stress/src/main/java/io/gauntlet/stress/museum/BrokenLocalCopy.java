package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Query;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Copy-on-write that copies the reference and not the state: a local variable, taken for a private copy.
 *
 * <p>The reader's local variable protects it from a writer who puts another object into the field; the writer's puts the same
 * object there again, changed. A reader without a lock sees the change half done.
 *
 * @param <T> any mutable state
 */
final class BrokenLocalCopy<T> implements Guard<T> {

    private final Lock writeLock = new ReentrantLock();
    private volatile T state;

    BrokenLocalCopy(T state) {
        this.state = state;
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        T copy = state;
        return query.ask(copy, argument);
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        writeLock.lock();
        try {
            T copy = state;
            R result = command.apply(copy, argument);
            state = copy;
            return result;
        } finally {
            writeLock.unlock();
        }
    }
}
