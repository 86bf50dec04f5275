package io.gauntlet.coordinator.guard;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Shares a state under one lock: the repair that ended the story this project began with, where two coupled fields had had
 * a lock each.
 *
 * <p><b>Layout.</b> A mutable state and one {@link ReentrantLock}, unfair.
 *
 * <p><b>Linearization points.</b> A read and an update take effect at the release of the lock: while it is held no other
 * query or command runs.
 *
 * <p><b>Memory order.</b> What happens before an unlock happens before the lock that follows ({@link Lock}, "Memory
 * Synchronization"), so each caller sees all that the callers before it did to the state.
 *
 * <p><b>Progress.</b> Blocking, and unfair: a running caller takes the lock at once where a waiting one would first have to
 * be woken, which is why it is fast and why somebody may wait long. A waiting virtual thread gives its carrier back.
 *
 * <p><b>Not when</b> reads are long or many and processors are many: readers exclude one another.
 *
 * @param <T> any mutable state
 */
public final class MutexGuard<T> implements Guard<T> {

    private final Lock lock = new ReentrantLock(/* fair= */ false);

    @GuardedBy("lock")
    private final T state;

    public MutexGuard(T state) {
        this.state = Objects.requireNonNull(state, "state");
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
            return command.apply(state, argument);
        } finally {
            lock.unlock();
        }
    }
}
