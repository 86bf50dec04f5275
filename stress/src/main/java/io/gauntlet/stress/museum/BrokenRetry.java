package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Persistent;
import io.gauntlet.coordinator.guard.Query;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A compare-and-set loop that reads the reference twice: once for the state to change, once more for the state to expect.
 *
 * <p>Two callers copy one version; the first puts its own in place; the second reads that as what it expects, finds it there,
 * and replaces it with a copy of the version before: the first update is lost, and its caller was told otherwise.
 *
 * @param <T> a persistent state
 */
final class BrokenRetry<T extends Persistent<T>> implements Guard<T> {

    private final AtomicReference<T> state;

    BrokenRetry(T state) {
        this.state = new AtomicReference<>(state);
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
            T next = state.get().copy();
            R result = command.apply(next, argument);
            if (state.compareAndSet(state.get(), next)) {
                return result;
            }
        }
    }
}
