package io.gauntlet.stress.museum;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import io.gauntlet.coordinator.guard.CopyOnWriteGuard;
import io.gauntlet.coordinator.guard.LockFreeGuard;
import io.gauntlet.coordinator.guard.MutexGuard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.coordinator.store.MemorySessionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exhibits that are wrong between two steps of one operation: each is led, without luck, to its wrong answer. */
class CoordinatorWitnessTest {

    private static final long BOUND_SECONDS = 60;

    private final MemorySessionStore store = new MemorySessionStore();
    private final CoordinatorConfig config = CoordinatorConfig.defaults().withStore(store);

    private InterleavedGuard<PersistentSessionTable> guard =
            new InterleavedGuard<>(new MutexGuard<>(new PersistentSessionTable()));

    @AfterEach
    void theOtherCallerHadItsTurn() {
        assertThat(guard.wasInterleaved()).isTrue();
    }

    private List<String> violations(SessionCoordinator coordinator) {
        return SnapshotInvariants.violations(coordinator.snapshot(), config);
    }

    private static void open(SessionCoordinator coordinator, String... ids) {
        for (String id : ids) {
            coordinator.createSession(id, "name-" + id);
        }
    }

    @Test
    void repair_successorIsClosedInBetween_isActiveForGood() {
        SessionCoordinator coordinator = new BrokenRepair(config, guard);
        open(coordinator, "a", "b", "c");
        guard.beforeCall(2, () -> coordinator.closeSession("b"));

        coordinator.closeSession("a");

        assertThat(coordinator.activeSessionId()).isEqualTo("b");
        assertThat(coordinator.getSession("b")).isNull();
    }

    @Test
    void repair_inBetween_sessionsAreOpenAndNoneIsActive() {
        SessionCoordinator coordinator = new BrokenRepair(config, guard);
        open(coordinator, "a", "b");
        List<String> seen = new ArrayList<>();
        guard.beforeCall(2, () -> seen.addAll(violations(coordinator)));

        coordinator.closeSession("a");

        assertThat(seen).singleElement().asString().contains("no session is active");
    }

    @Test
    void saveOrder_changedTwiceAndSavedInBetween_keepsTheOlderContent() {
        SessionCoordinator coordinator = new BrokenSaveOrder(config, guard);
        open(coordinator, "a");
        AtomicReference<Session> newest = new AtomicReference<>();
        guard.beforeCall(2, () -> {
            coordinator.appendOutput("a", "newer");
            coordinator.saveSession("a");
            newest.set(coordinator.appendOutput("a", "newest"));
        });

        Session answered = coordinator.saveSession("a");

        assertThat(answered.output().chunks()).isEmpty();
        assertThat(store.load("a")).hasValueSatisfying(kept -> {
            assertThat(kept.output().chunks())
                    .as("what was saved in between is lost")
                    .isEmpty();
            assertThat(kept.version()).isEqualTo(newest.get().version());
        });
        coordinator.saveSession("a");
        assertThat(store.load("a").orElseThrow().output().chunks())
                .as("the newest can never be saved: its version is taken")
                .isEmpty();
    }

    @Test
    void twoAtomics_inBetween_theActiveSessionIsGone() {
        guard = new InterleavedGuard<>(new LockFreeGuard<>(new PersistentSessionTable()));
        SessionCoordinator coordinator = new BrokenTwoAtomics(config, guard);
        open(coordinator, "a", "b");
        List<String> seen = new ArrayList<>();
        guard.beforeCall(2, () -> seen.addAll(violations(coordinator)));

        coordinator.closeSession("a");

        assertThat(seen).singleElement().asString().contains("'a' names no open session");
    }

    @Test
    void publicationOrder_inBetween_theActiveSessionIsNotThereYet() {
        guard = new InterleavedGuard<>(new CopyOnWriteGuard<>(new PersistentSessionTable()));
        SessionCoordinator coordinator = new BrokenPublicationOrder(config, guard);
        List<String> seen = new ArrayList<>();
        guard.beforeCall(2, () -> {
            String active = coordinator.activeSessionId();
            seen.add(active + " is " + coordinator.getSession(active));
        });

        coordinator.createSession("a", "Alpha");

        assertThat(seen).containsExactly("a is null");
    }

    @Test
    void checkThenPut_sameIdInBetween_isCreatedTwice() {
        guard = new InterleavedGuard<>(new LockFreeGuard<>(new PersistentSessionTable()));
        SessionCoordinator coordinator = new BrokenCheckThenPut(config, guard);
        guard.beforeCall(2, () -> coordinator.createSession("a", "Alpha"));

        coordinator.createSession("a", "Beta");

        assertThat(coordinator.listSessions()).extracting(Session::id).containsExactly("a", "a");
    }
}
