package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Query;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A readers-writer lock whose readers write: under the read lock, which many hold at once, each notes what it was asked and
 * what it answered, to save the next one the trouble. In the originals it was the order of access that a {@code
 * LinkedHashMap} keeps up to date in {@code get}.
 *
 * <p>One reader notes that it was asked for {@code a}; another notes that it was asked for {@code b}, and its answer; the
 * first notes its own answer: from now on who asks for {@code b} gets {@code a}. No writer is needed.
 *
 * @param <T> any mutable state
 */
final class BrokenReadLock<T> implements Guard<T> {

    private final Lock readLock;
    private final Lock writeLock;
    private final T state;

    private @Nullable Query<?, ?, ?> lastQuery;
    private @Nullable Object lastArgument;
    private @Nullable Object lastAnswer;

    BrokenReadLock(T state) {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        this.readLock = lock.readLock();
        this.writeLock = lock.writeLock();
        this.state = state;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"
    }) // the answer noted for a query is of its type, as far as the notes are right
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        readLock.lock();
        try {
            if (query.equals(lastQuery) && Objects.equals(argument, lastArgument)) {
                return (R) lastAnswer;
            }
            lastQuery = query;
            lastArgument = argument;
            R answer = query.ask(state, argument);
            lastAnswer = answer;
            return answer;
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        writeLock.lock();
        try {
            lastQuery = null;
            return command.apply(state, argument);
        } finally {
            writeLock.unlock();
        }
    }
}
