package io.gauntlet.coordinator.guard;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shares a persistent state by one reference: an update changes a copy, and puts it in place if nobody else was faster.
 *
 * <p><b>Layout.</b> One {@link AtomicReference} to a state that is never changed after it was put there. A copy costs O(1).
 *
 * <p><b>Linearization points.</b> A read: the read of the reference. An update: the compare-and-set that succeeds; one whose
 * command throws: the read of the reference that it saw. A reference is never put back once it was replaced (each update
 * makes a new object), so there is no ABA.
 *
 * <p><b>Memory order.</b> The compare-and-set has the effect of a volatile write, the read that of a volatile read: all that
 * was done to the copy happens before any query on it.
 *
 * <p><b>Progress.</b> Reads are wait-free. Updates are lock-free: a failed compare-and-set means that another one succeeded,
 * but a caller may fail again and again. A caller put aside by the scheduler stops nobody.
 *
 * <p><b>Not when</b> updates are many or long: with c callers updating at once all but one work in vain, and each copies.
 * Commands run more than once.
 *
 * @param <T> a persistent state
 */
public final class LockFreeGuard<T extends Persistent<T>> implements Guard<T> {

    private final AtomicReference<T> state;

    public LockFreeGuard(T state) {
        this.state = new AtomicReference<>(Objects.requireNonNull(state, "state"));
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        return query.ask(state.get(), argument);
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        while (true) {
            T current = state.get();
            T next = current.copy();
            R result = command.apply(next, argument);
            if (state.compareAndSet(current, next)) {
                return result;
            }
        }
    }
}
