package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Persistent;
import io.gauntlet.coordinator.guard.Query;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * A guard whose writers look first, under the read lock, and then upgrade: a refused command need not stop the readers.
 *
 * <p>The upgrade succeeds where the writer is the only reader. Where it is not, the writer asks for the write lock, which is
 * free when all readers have left, of whom it is one: it waits for itself, and everybody else for it.
 *
 * @param <T> a persistent state
 */
final class BrokenUpgrade<T extends Persistent<T>> implements Guard<T> {

    private final StampedLock lock = new StampedLock();
    private T state;

    BrokenUpgrade(T state) {
        this.state = state;
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        long stamp = lock.readLock();
        try {
            return query.ask(state, argument);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        long stamp = lock.readLock();
        try {
            T next = state.copy();
            R result = command.apply(next, argument);
            long upgraded = lock.tryConvertToWriteLock(stamp);
            stamp = upgraded == 0 ? lock.writeLock() : upgraded;
            state = next;
            return result;
        } finally {
            lock.unlock(stamp);
        }
    }
}
