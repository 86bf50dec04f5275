package io.gauntlet.stress.museum;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import java.lang.Thread.State;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** I/O under the lock, seen from the store: a reader comes while it writes, and has to wait. */
class SaveUnderLockWitnessTest {

    private static final long BOUND_SECONDS = 60;

    @Test
    void saveUnderLock_whileTheStoreWrites_aReaderWaits() throws InterruptedException {
        AtomicReference<SessionCoordinator> shared = new AtomicReference<>();
        Thread reader = new Thread(() -> shared.get().activeSessionId(), "reader");
        AtomicReference<State> whileWriting = new AtomicReference<>();
        SessionCoordinator coordinator =
                new BrokenSaveUnderLock(CoordinatorConfig.defaults().withStore(session -> {
                    reader.start();
                    whileWriting.set(settled(reader));
                }));
        shared.set(coordinator);
        coordinator.createSession("a", "Alpha");

        coordinator.saveSession("a");

        assertThat(whileWriting).hasValue(State.WAITING);
        reader.join(TimeUnit.SECONDS.toMillis(BOUND_SECONDS));
        assertThat(reader.isAlive())
                .as("the reader goes on when the store has written")
                .isFalse();
    }

    /** Returns the thread's state once it is one in which it stays. */
    private static State settled(Thread thread) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        State state = thread.getState();
        while (state != State.WAITING && state != State.TERMINATED) {
            assertThat(System.nanoTime())
                    .as("'%s' neither waited nor ended within %d s: %s", thread.getName(), BOUND_SECONDS, state)
                    .isLessThan(deadline);
            Thread.onSpinWait();
            state = thread.getState();
        }
        return state;
    }
}
