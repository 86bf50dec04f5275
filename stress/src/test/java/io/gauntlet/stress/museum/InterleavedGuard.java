package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Query;
import org.jspecify.annotations.Nullable;

/**
 * A guard that lets another caller in between two calls of one operation: that caller's operations run in the same thread,
 * just before a call that was announced.
 */
final class InterleavedGuard<T> implements Guard<T> {

    private static final Runnable NOBODY = () -> {};

    private final Guard<T> guard;
    private Runnable otherCaller = NOBODY;
    private int callsToGo;

    InterleavedGuard(Guard<T> guard) {
        this.guard = guard;
    }

    /** Has {@code caller} run once, before the call that is the {@code number}th from now. */
    void beforeCall(int number, Runnable caller) {
        otherCaller = caller;
        callsToGo = number;
    }

    private void aboutToCall() {
        callsToGo--;
        if (callsToGo == 0) {
            otherCaller.run();
        }
    }

    /** Returns whether the other caller had its turn. */
    boolean wasInterleaved() {
        return otherCaller != NOBODY && callsToGo <= 0;
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        aboutToCall();
        return guard.read(query, argument);
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        aboutToCall();
        return guard.update(command, argument);
    }
}
