package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.GuardedCoordinator;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.coordinator.rules.SessionRules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator under one guard, right as it stands; what a subclass replaces is its bug.
 *
 * <p>The table is the persistent one, whatever the guard: an operation can be tried on a copy of it.
 */
public abstract class UnderOneGuard implements SessionCoordinator {

    final CoordinatorConfig config;
    final Guard<PersistentSessionTable> guard;
    private final SessionCoordinator right;

    /** Shares {@code guard}'s table, which must be empty. */
    protected UnderOneGuard(CoordinatorConfig config, Guard<PersistentSessionTable> guard) {
        this.config = Objects.requireNonNull(config, "config");
        this.guard = Objects.requireNonNull(guard, "guard");
        this.right = new GuardedCoordinator<>(config, guard);
    }

    final SessionRules.Creation creation(String id, String name) {
        return new SessionRules.Creation(id, name, config.clock().instant(), config.maxActiveSessions());
    }

    /** Throws what creating the session would throw at this instant, and changes nothing. */
    final void requireCreatable(SessionRules.Creation creation) {
        guard.read((table, session) -> SessionRules.create(table.copy(), session), creation);
    }

    @Override
    public Session createSession(String id, String name) {
        return right.createSession(id, name);
    }

    @Override
    public Session switchSession(String nameOrNumber) {
        return right.switchSession(nameOrNumber);
    }

    @Override
    public Session closeSession(String id) {
        return right.closeSession(id);
    }

    @Override
    public @Nullable String activeSessionId() {
        return right.activeSessionId();
    }

    @Override
    public @Nullable Session getSession(String id) {
        return right.getSession(id);
    }

    @Override
    public List<Session> listSessions() {
        return right.listSessions();
    }

    @Override
    public List<Session> getWaitingSessions() {
        return right.getWaitingSessions();
    }

    @Override
    public Session updateSessionState(String id, SessionState state) {
        return right.updateSessionState(id, state);
    }

    @Override
    public StateChangeReport processStateChanges() {
        return right.processStateChanges();
    }

    @Override
    public Session saveSession(String id) {
        return right.saveSession(id);
    }

    @Override
    public Session updateResourceStats(String id, ResourceStats stats) {
        return right.updateResourceStats(id, stats);
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        return right.snapshot();
    }

    @Override
    public boolean postStateChange(StateChange change) {
        return right.postStateChange(change);
    }

    @Override
    public long droppedStateChanges() {
        return right.droppedStateChanges();
    }

    @Override
    public Session appendOutput(String id, String text) {
        return right.appendOutput(id, text);
    }
}
