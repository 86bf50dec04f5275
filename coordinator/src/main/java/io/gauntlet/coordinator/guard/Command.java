package io.gauntlet.coordinator.guard;

import org.jspecify.annotations.Nullable;

/** A change of a state: has no other effect, and changes nothing where it throws. */
@FunctionalInterface
public interface Command<T, A extends @Nullable Object, R extends @Nullable Object> {
    R apply(T state, A argument);
}
