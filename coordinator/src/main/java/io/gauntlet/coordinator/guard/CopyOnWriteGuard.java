package io.gauntlet.coordinator.guard;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Shares a persistent state by one volatile field: writers take turns under a lock, each changes a copy and publishes it;
 * readers take what is published. Also known as read-copy-update, with the garbage collector for the grace period.
 *
 * <p><b>Layout.</b> A volatile reference to a state that is never changed after it was put there, and a {@link
 * ReentrantLock}, unfair, for writers.
 *
 * <p><b>Linearization points.</b> A read: the read of the field. An update: the write of the field, or, if its command
 * throws, any instant while it holds the lock.
 *
 * <p><b>Memory order.</b> A volatile write happens before every read that sees it (JLS 17.4.5), so all that was done to the
 * copy happens before any query on it. Among writers the lock orders everything.
 *
 * <p><b>Progress.</b> Reads are wait-free, whatever writers do. Writers block one another; a writer put aside by the
 * scheduler stops writers alone. A command runs once.
 *
 * <p><b>Not when</b> nearly all is writing: each update pays for a copy that a mutex in place would not make.
 *
 * @param <T> a persistent state
 */
public final class CopyOnWriteGuard<T extends Persistent<T>> implements Guard<T> {

    private final Lock writeLock = new ReentrantLock();
    private volatile T state;

    public CopyOnWriteGuard(T state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        return query.ask(state, argument);
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        writeLock.lock();
        try {
            T next = state.copy();
            R result = command.apply(next, argument);
            state = next;
            return result;
        } finally {
            writeLock.unlock();
        }
    }
}
