package io.gauntlet.coordinator.guard;

import org.jspecify.annotations.Nullable;

/**
 * Shares one state among any number of callers: each query and each command is as if it ran alone, at one instant between
 * call and return.
 *
 * <p>The argument travels beside the function, so that a caller can hold one function for ever and a read allocates
 * nothing.
 *
 * @param <T> the state shared
 */
public interface Guard<T> {

    /**
     * Answers a query. The query may be run more than once, must not change the state, and must not call this guard again.
     */
    <A extends @Nullable Object, R extends @Nullable Object> R read(Query<? super T, ? super A, R> query, A argument);

    /**
     * Carries out a command. The command may be run more than once: its only effect must be on the state that it is given.
     * A command that throws must have changed nothing. It must not call this guard again.
     */
    <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument);
}
