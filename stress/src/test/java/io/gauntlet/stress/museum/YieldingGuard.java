package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.LockFreeGuard;
import io.gauntlet.coordinator.guard.Query;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import org.jspecify.annotations.Nullable;

/** A right guard that lets others go first after each of its calls: what two calls in a row take for granted is gone by then. */
public final class YieldingGuard<T> implements Guard<T> {

    private final Guard<T> guard;

    private YieldingGuard(Guard<T> guard) {
        this.guard = guard;
    }

    /** Makes the exhibit of this kind with such a guard. */
    public static SessionCoordinator twoAtomics(CoordinatorConfig config) {
        return new BrokenTwoAtomics(config, new YieldingGuard<>(new LockFreeGuard<>(new PersistentSessionTable())));
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // the yield is there to disturb the schedule
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        R answer = guard.read(query, argument);
        Thread.yield();
        return answer;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // the yield is there to disturb the schedule
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        R answer = guard.update(command, argument);
        Thread.yield();
        return answer;
    }
}
