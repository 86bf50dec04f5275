package io.gauntlet.coordinator.guard;

import org.jspecify.annotations.Nullable;

/** A question about a state: changes nothing, gives the same answer for the same state and argument. */
@FunctionalInterface
public interface Query<T, A extends @Nullable Object, R extends @Nullable Object> {
    R ask(T state, A argument);
}
