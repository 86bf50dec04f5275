package io.gauntlet.coordinator.guard;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Shares a state under a lock that many readers may hold at once, or one writer.
 *
 * <p><b>Layout.</b> A mutable state and the two sides of one {@link ReentrantReadWriteLock}, unfair.
 *
 * <p><b>Linearization points.</b> An update takes effect at the release of the write lock. A read takes effect at any
 * instant while it holds the read lock: no command runs then, so all of them give the same answer.
 *
 * <p><b>Memory order.</b> A release of the write lock happens before every later acquisition of either side, so a reader
 * sees all that the writers before it did. Readers write nothing but the lock's own counter, and that is the catch: they
 * compete for its cache line.
 *
 * <p><b>Progress.</b> Blocking. A reader that arrives while a writer is first in the queue waits behind it, so that a
 * stream of readers does not starve writers for ever; nothing else is promised about order.
 *
 * <p><b>Not when</b> reads are as short as a lookup in a map: two updates of a shared counter then cost more than the
 * exclusion they save. It pays where reads are long (copies of long lists) and processors many.
 *
 * @param <T> any mutable state whose queries do not change it, caches included
 */
public final class ReadWriteLockGuard<T> implements Guard<T> {

    private final Lock readLock;
    private final Lock writeLock;
    private final T state;

    public ReadWriteLockGuard(T state) {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        this.readLock = lock.readLock();
        this.writeLock = lock.writeLock();
        this.state = Objects.requireNonNull(state, "state");
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        readLock.lock();
        try {
            return query.ask(state, argument);
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        writeLock.lock();
        try {
            return command.apply(state, argument);
        } finally {
            writeLock.unlock();
        }
    }
}
