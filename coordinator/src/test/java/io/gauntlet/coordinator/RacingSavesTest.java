package io.gauntlet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionStore;
import io.gauntlet.coordinator.store.FileSessionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two saves of one session race, and the one with the older copy comes last: the newer copy stays on disk. */
class RacingSavesTest {

    private static final long BOUND_SECONDS = 60;

    @TempDir
    Path folder;

    /** Holds the first save back until it is let go: its copy is taken, nothing is written. */
    private static final class HoldingStore implements SessionStore {
        private final SessionStore store;
        private final AtomicBoolean first = new AtomicBoolean(true);
        private final CountDownLatch copyTaken = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);

        HoldingStore(SessionStore store) {
            this.store = store;
        }

        @Override
        public void save(Session session) throws IOException {
            if (first.getAndSet(false)) {
                copyTaken.countDown();
                await(letGo, "the second save to end");
            }
            store.save(session);
        }
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            assertThat(latch.await(BOUND_SECONDS, TimeUnit.SECONDS))
                    .as("waited %d s for %s", BOUND_SECONDS, what)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }

    @ParameterizedTest
    @EnumSource(CoordinatorStrategy.class)
    void save_olderCopyWrittenLast_leavesTheNewerOnDisk(CoordinatorStrategy strategy) throws Exception {
        try (FileSessionStore files = FileSessionStore.open(folder)) {
            HoldingStore store = new HoldingStore(files);
            SessionCoordinator coordinator =
                    strategy.create(CoordinatorConfig.defaults().withStore(store));
            coordinator.createSession("a", "Alpha");
            CompletableFuture<Session> older = CompletableFuture.supplyAsync(() -> coordinator.saveSession("a"));
            await(store.copyTaken, "the first save to take its copy");

            Session changed = coordinator.appendOutput("a", "newer");
            assertThat(coordinator.saveSession("a")).isEqualTo(changed);
            store.letGo.countDown();

            assertThat(older.get(BOUND_SECONDS, TimeUnit.SECONDS).version()).isLessThan(changed.version());
            assertThat(files.load("a")).contains(changed);
        }
    }

    /** An id that was closed and created again starts no new count: its first save still wins over one from before. */
    @ParameterizedTest
    @EnumSource(CoordinatorStrategy.class)
    void save_idClosedAndCreatedAgainMeanwhile_leavesTheNewSessionOnDisk(CoordinatorStrategy strategy)
            throws Exception {
        try (FileSessionStore files = FileSessionStore.open(folder)) {
            HoldingStore store = new HoldingStore(files);
            SessionCoordinator coordinator =
                    strategy.create(CoordinatorConfig.defaults().withStore(store));
            coordinator.createSession("a", "Alpha");
            coordinator.appendOutput("a", "of the first life");
            CompletableFuture<Session> older = CompletableFuture.supplyAsync(() -> coordinator.saveSession("a"));
            await(store.copyTaken, "the first save to take its copy");

            coordinator.closeSession("a");
            Session again = coordinator.createSession("a", "Alpha again");
            coordinator.saveSession("a");
            store.letGo.countDown();

            older.get(BOUND_SECONDS, TimeUnit.SECONDS);
            assertThat(files.load("a")).contains(again);
        }
    }
}
