package io.gauntlet.coordinator.guard;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shares a state under one monitor.
 *
 * <p><b>Layout.</b> A mutable state, reached by nobody but through this object, and the monitor of a private object that
 * nobody else can lock.
 *
 * <p><b>Linearization points.</b> A read and an update take effect at the release of the monitor: between its entry and its
 * exit no other query or command runs.
 *
 * <p><b>Memory order.</b> An unlock of a monitor happens before every later lock of it (JLS 17.4.5), so each caller sees all
 * that the callers before it did to the state.
 *
 * <p><b>Progress.</b> Blocking, and unfair: a caller that arrives may overtake those that wait. A holder that the scheduler
 * has put aside stops everybody, readers included.
 *
 * <p><b>Not when</b> reads are long or many and processors are many: readers exclude one another. On JDK 21 to 23 a virtual
 * thread that waits for a monitor holds on to its carrier (JEP 491 ended that in JDK 24).
 *
 * @param <T> any mutable state
 */
public final class SynchronizedGuard<T> implements Guard<T> {

    private final Object monitor = new Object();

    @GuardedBy("monitor")
    private final T state;

    public SynchronizedGuard(T state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        synchronized (monitor) {
            return query.ask(state, argument);
        }
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        synchronized (monitor) {
            return command.apply(state, argument);
        }
    }
}
