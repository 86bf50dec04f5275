package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Persistent;
import io.gauntlet.coordinator.guard.Query;
import java.util.Arrays;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * A guard that reads two fields under one optimistic stamp, and combines them before it validates.
 *
 * <p>In the original the fields were the arrays of a hash table and their capacity, which grow and shrink; here they are an
 * array of the last versions, which grows and is cut back, and the index of the newest. A reader takes the index, a writer
 * cuts the array back, the reader looks into the shorter array: {@link ArrayIndexOutOfBoundsException}. {@code validate} would
 * have told it to read again, but is never reached.
 *
 * @param <T> a persistent state
 */
final class BrokenOptimisticFields<T extends Persistent<T>> implements Guard<T> {

    private static final int MOST_KEPT = 2;

    private final StampedLock lock = new StampedLock();
    private volatile Object[] versions;
    private volatile int newest;

    BrokenOptimisticFields(T state) {
        this.versions = new Object[] {state};
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        long optimistic = lock.tryOptimisticRead();
        R answer = query.ask(newestVersion(), argument);
        if (lock.validate(optimistic)) {
            return answer;
        }
        long stamp = lock.readLock();
        try {
            return query.ask(newestVersion(), argument);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        long stamp = lock.writeLock();
        try {
            T next = newestVersion().copy();
            R result = command.apply(next, argument);
            keep(next);
            return result;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    @SuppressWarnings("unchecked") // nothing else is put there
    private T newestVersion() {
        int index = newest;
        return (T) versions[index];
    }

    private void keep(T next) {
        Object[] kept = versions;
        if (kept.length < MOST_KEPT) {
            Object[] longer = Arrays.copyOf(kept, kept.length + 1);
            longer[kept.length] = next;
            versions = longer;
            newest = kept.length;
        } else {
            versions = new Object[] {next};
            newest = 0;
        }
    }
}
