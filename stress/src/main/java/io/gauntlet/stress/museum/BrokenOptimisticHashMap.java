package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Query;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * A guard that lets optimistic readers into any state at all, such as hash maps and trees: it does not ask that the state
 * may be read while it changes.
 *
 * <p>A reader is in the middle of a map, a writer adds to it, and the reader falls over its iterator's check ({@link
 * java.util.ConcurrentModificationException}), over a link that is not there yet, or walks in a circle for as long as the
 * writer rebuilds a bucket. Validation is right, and comes too late.
 *
 * @param <T> any mutable state, which is the bug
 */
final class BrokenOptimisticHashMap<T> implements Guard<T> {

    private final StampedLock lock = new StampedLock();
    private final T state;

    BrokenOptimisticHashMap(T state) {
        this.state = state;
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        long optimistic = lock.tryOptimisticRead();
        R answer = query.ask(state, argument);
        if (lock.validate(optimistic)) {
            return answer;
        }
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
        long stamp = lock.writeLock();
        try {
            return command.apply(state, argument);
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
