package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.canary.Planted;
import io.gauntlet.stress.museum.JoinedSnapshot;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a soak must catch: wrong answers that need callers to overlap, and one deadlock. */
final class SoakCanaries {

    private static final long MEETING_SECONDS = 10;

    private SoakCanaries() {}

    /** Snapshots put together from two instants, with an invitation to other callers in between. */
    @SuppressWarnings("ThreadPriorityCheck") // the invitation
    static Function<CoordinatorConfig, SessionCoordinator> tornSnapshots() {
        return Planted.bug("snapshot", right -> {
            CoordinatorSnapshot sessions = right.snapshot();
            Thread.yield();
            return JoinedSnapshot.of(sessions, right.activeSessionId());
        });
    }

    /**
     * Snapshots put together from two instants, where the result could be that of one: every invariant holds, nothing in it is
     * older than what its caller has seen. Only beside the answers of the others is it wrong.
     */
    @SuppressWarnings("ThreadPriorityCheck") // the invitation
    static Function<CoordinatorConfig, SessionCoordinator> plausibleSnapshots() {
        return Planted.bug("snapshot", right -> {
            CoordinatorSnapshot sessions = right.snapshot();
            Thread.yield();
            String active = right.activeSessionId();
            boolean isOpen = sessions.sessions().stream()
                    .anyMatch(session -> session.id().equals(active));
            return isOpen ? JoinedSnapshot.of(sessions, active) : sessions;
        });
    }

    /** Two locks in opposite orders: the first two callers are sure to hold one each. */
    static Function<CoordinatorConfig, SessionCoordinator> oppositeLocks() {
        return config -> {
            OppositeLocks locks = new OppositeLocks();
            return Planted.answer("droppedStateChanges", locks::passOn).apply(config);
        };
    }

    private static final class OppositeLocks {

        private final Lock one = new ReentrantLock();
        private final Lock other = new ReentrantLock();
        private final AtomicInteger callers = new AtomicInteger();
        private final CountDownLatch eachHoldsOne = new CountDownLatch(2);

        @Nullable
        Object passOn(@Nullable Object answer) {
            if (callers.incrementAndGet() == 1) {
                take(one, other);
            } else {
                take(other, one);
            }
            return answer;
        }

        private void take(Lock first, Lock second) {
            first.lock();
            try {
                eachHoldsOne.countDown();
                if (!eachHoldsOne.await(MEETING_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("no second caller came within " + MEETING_SECONDS + " s");
                }
                second.lock();
                try {
                    throw new IllegalStateException("two callers passed each other on opposite ways");
                } finally {
                    second.unlock();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                first.unlock();
            }
        }
    }
}
