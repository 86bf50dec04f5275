package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Persistent;
import io.gauntlet.coordinator.guard.Query;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Copy-on-write with one word missing: the field that readers take the state from is not volatile.
 *
 * <p>Every interleaving of its steps is right. What breaks it is the freedom of compiler and processor: a reader in a loop may
 * be compiled to read the field once and never see another version, and a reader may be handed the new version before the
 * writes that filled it.
 *
 * @param <T> a persistent state
 */
final class BrokenPlainRoot<T extends Persistent<T>> implements Guard<T> {

    private final Lock writeLock = new ReentrantLock();
    private T state;

    BrokenPlainRoot(T state) {
        this.state = state;
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
