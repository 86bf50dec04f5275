package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.rules.HashSessionTable;
import io.gauntlet.coordinator.rules.SessionRules;
import io.gauntlet.coordinator.rules.SessionTable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator with one lock for its sessions and another for its active id. Here is what needs one of the two alone, and is
 * right; how a subclass joins them in the operations that touch both is its bug.
 */
abstract class OneLockPerField implements SessionCoordinator {

    final CoordinatorConfig config;

    final Object sessionsLock = new Object();
    /** The first field. The rules keep an active id in it too, which no caller ever sees: {@link #activeId} is the second. */
    final SessionTable sessions = new HashSessionTable();

    final Object activeLock = new Object();

    @Nullable
    String activeId;

    OneLockPerField(CoordinatorConfig config) {
        this.config = Objects.requireNonNull(config, "config");
    }

    SessionRules.Creation creation(String id, String name) {
        return new SessionRules.Creation(id, name, config.clock().instant(), config.maxActiveSessions());
    }

    @Override
    public @Nullable String activeSessionId() {
        synchronized (activeLock) {
            return activeId;
        }
    }

    @Override
    public @Nullable Session getSession(String id) {
        synchronized (sessionsLock) {
            return sessions.byId(Objects.requireNonNull(id, "id"));
        }
    }

    @Override
    public List<Session> listSessions() {
        synchronized (sessionsLock) {
            return sessions.sessions();
        }
    }

    @Override
    public List<Session> getWaitingSessions() {
        synchronized (sessionsLock) {
            return sessions.waiting();
        }
    }

    @Override
    public Session updateSessionState(String id, SessionState state) {
        synchronized (sessionsLock) {
            return SessionRules.updateState(sessions, new SessionRules.StateUpdate(id, state));
        }
    }

    @Override
    public StateChangeReport processStateChanges() {
        synchronized (sessionsLock) {
            return SessionRules.process(sessions);
        }
    }

    @Override
    public Session saveSession(String id) {
        Session copy = getSession(id);
        if (copy == null) {
            throw new CoordinatorException.SessionNotFound("id", id);
        }
        try {
            config.store().save(copy);
        } catch (IOException | RuntimeException failure) {
            throw new CoordinatorException.SaveFailed(id, failure);
        }
        return copy;
    }

    @Override
    public Session updateResourceStats(String id, ResourceStats stats) {
        synchronized (sessionsLock) {
            return SessionRules.updateStats(sessions, new SessionRules.StatsUpdate(id, stats));
        }
    }

    @Override
    public boolean postStateChange(StateChange change) {
        synchronized (sessionsLock) {
            return SessionRules.post(sessions, new SessionRules.Posting(change, config.maxPendingStateChanges()));
        }
    }

    @Override
    public long droppedStateChanges() {
        synchronized (sessionsLock) {
            return sessions.droppedStateChanges();
        }
    }

    @Override
    public Session appendOutput(String id, String text) {
        synchronized (sessionsLock) {
            return SessionRules.append(sessions, new SessionRules.Addition(id, text, config.maxOutputBytes()));
        }
    }
}
