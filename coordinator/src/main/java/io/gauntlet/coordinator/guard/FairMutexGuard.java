package io.gauntlet.coordinator.guard;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Shares a state under one lock that is handed on in the order of asking, as the asynchronous mutex of the origin was.
 *
 * <p><b>Layout.</b> A mutable state and one {@link ReentrantLock}, fair: a queue of waiting callers (a variant of the CLH
 * lock of Craig and of Landin and Hagersten).
 *
 * <p><b>Linearization points.</b> A read and an update take effect at the release of the lock: while it is held no other
 * query or command runs.
 *
 * <p><b>Memory order.</b> What happens before an unlock happens before the lock that follows ({@link Lock}, "Memory
 * Synchronization").
 *
 * <p><b>Progress.</b> Blocking and starvation-free: nobody is overtaken by a caller that asked later. The price is a switch
 * of threads at nearly every hand-over once callers outnumber processors, since the next in the queue must first be woken
 * while everybody else stands still (a lock convoy).
 *
 * <p><b>Not when</b> throughput matters more than the slowest caller.
 *
 * @param <T> any mutable state
 */
public final class FairMutexGuard<T> implements Guard<T> {

    private final Lock lock = new ReentrantLock(/* fair= */ true);

    @GuardedBy("lock")
    private final T state;

    public FairMutexGuard(T state) {
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
