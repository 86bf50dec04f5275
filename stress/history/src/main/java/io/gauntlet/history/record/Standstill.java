package io.gauntlet.history.record;

import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.history.StartState;
import java.util.List;

/**
 * Learns what a coordinator holds whose past nobody recorded, while nobody else calls it.
 *
 * <p>A snapshot does not tell which serial and which version come next. A session that is created does: so one is created and
 * closed again; where there is no room for it, the youngest session is closed and created again, which leaves it in its place
 * and takes from it what it had recorded. What is learned is taken on trust; a coordinator that does not go on from it is
 * found out by the history that follows.
 */
public final class Standstill {

    private static final String PROBE = "probe of a standstill";

    private Standstill() {}

    /**
     * Processes the posted changes, probes, and returns what the coordinator holds then.
     *
     * @throws IllegalStateException if what it holds cannot be: it is broken, or somebody else calls it
     */
    public static StartState of(SessionCoordinator coordinator) {
        coordinator.processStateChanges();
        Session newest = probe(coordinator);
        CoordinatorSnapshot snapshot = coordinator.snapshot();
        if (snapshot.pendingStateChanges() != 0) {
            throw new IllegalStateException(snapshot.pendingStateChanges()
                    + " posted changes wait after all were processed: somebody else calls");
        }
        try {
            return new StartState(
                    snapshot.sessions(),
                    snapshot.activeSessionId(),
                    List.of(),
                    snapshot.droppedStateChanges(),
                    newest.serial(),
                    newest.version());
        } catch (IllegalArgumentException impossible) {
            throw new IllegalStateException(
                    "the coordinator holds what cannot be: " + impossible.getMessage(), impossible);
        }
    }

    /** Returns a session with the serial and the version given last. */
    private static Session probe(SessionCoordinator coordinator) {
        Session created;
        try {
            created = coordinator.createSession(PROBE, PROBE);
        } catch (CoordinatorException.SessionLimitReached full) {
            return recreateYoungest(coordinator);
        }
        coordinator.closeSession(PROBE);
        return created;
    }

    private static Session recreateYoungest(SessionCoordinator coordinator) {
        CoordinatorSnapshot before = coordinator.snapshot();
        Session youngest = before.sessions().get(before.sessions().size() - 1);
        coordinator.closeSession(youngest.id());
        Session created = coordinator.createSession(youngest.id(), youngest.name());
        if (youngest.id().equals(before.activeSessionId())) {
            coordinator.switchSession(youngest.name());
        }
        return youngest.state() == SessionState.WAITING_FOR_INPUT || youngest.state() == SessionState.PROCESSING
                ? coordinator.updateSessionState(youngest.id(), youngest.state())
                : created;
    }
}
