package io.gauntlet.stress.jcstress.hazard;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reference, on which a {@link SteppedCaller} waits for its turn before each operation; other threads do not. */
public final class SteppedCoordinator implements SessionCoordinator {

    private final SessionCoordinator reference;

    public SteppedCoordinator(CoordinatorConfig config) {
        this.reference = CoordinatorStrategy.reference(config);
    }

    private SessionCoordinator inTurn() {
        SteppedCaller.current().ifPresent(SteppedCaller::awaitTurn);
        return reference;
    }

    @Override
    public Session createSession(String id, String name) {
        return inTurn().createSession(id, name);
    }

    @Override
    public Session switchSession(String nameOrNumber) {
        return inTurn().switchSession(nameOrNumber);
    }

    @Override
    public Session closeSession(String id) {
        return inTurn().closeSession(id);
    }

    @Override
    public @Nullable String activeSessionId() {
        return inTurn().activeSessionId();
    }

    @Override
    public @Nullable Session getSession(String id) {
        return inTurn().getSession(id);
    }

    @Override
    public List<Session> listSessions() {
        return inTurn().listSessions();
    }

    @Override
    public List<Session> getWaitingSessions() {
        return inTurn().getWaitingSessions();
    }

    @Override
    public Session updateSessionState(String id, SessionState state) {
        return inTurn().updateSessionState(id, state);
    }

    @Override
    public StateChangeReport processStateChanges() {
        return inTurn().processStateChanges();
    }

    @Override
    public Session saveSession(String id) {
        return inTurn().saveSession(id);
    }

    @Override
    public Session updateResourceStats(String id, ResourceStats stats) {
        return inTurn().updateResourceStats(id, stats);
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        return inTurn().snapshot();
    }

    @Override
    public boolean postStateChange(StateChange change) {
        return inTurn().postStateChange(change);
    }

    @Override
    public long droppedStateChanges() {
        return inTurn().droppedStateChanges();
    }

    @Override
    public Session appendOutput(String id, String text) {
        return inTurn().appendOutput(id, text);
    }
}
