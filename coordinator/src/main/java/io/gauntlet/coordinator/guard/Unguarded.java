package io.gauntlet.coordinator.guard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No guard at all: right for one caller, or for many that only read. It is the ceiling of every measurement and the
 * sequential specification of every checker.
 *
 * @param <T> the state
 */
public final class Unguarded<T> implements Guard<T> {

    private final T state;

    public Unguarded(T state) {
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
        return command.apply(state, argument);
    }
}
