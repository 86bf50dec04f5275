package io.gauntlet.coordinator;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException.SaveFailed;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.rules.SessionRules;
import io.gauntlet.coordinator.rules.SessionTable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contract on top of one guard and one table: turns each call into one query or one command.
 *
 * @param <T> the table
 */
public final class GuardedCoordinator<T extends SessionTable> implements SessionCoordinator {

    private final CoordinatorConfig config;
    private final Guard<T> guard;

    /** Shares {@code guard}'s table, which must be empty, under the contract. */
    public GuardedCoordinator(CoordinatorConfig config, Guard<T> guard) {
        this.config = Objects.requireNonNull(config, "config");
        this.guard = Objects.requireNonNull(guard, "guard");
    }

    @Override
    public Session createSession(String id, String name) {
        return guard.update(
                SessionRules::create,
                new SessionRules.Creation(id, name, config.clock().instant(), config.maxActiveSessions()));
    }

    @Override
    public Session switchSession(String nameOrNumber) {
        return guard.update(SessionRules::switchTo, Objects.requireNonNull(nameOrNumber, "nameOrNumber"));
    }

    @Override
    public Session closeSession(String id) {
        return guard.update(SessionRules::close, Objects.requireNonNull(id, "id"));
    }

    @Override
    public @Nullable String activeSessionId() {
        return guard.read((table, none) -> table.activeId(), null);
    }

    @Override
    public @Nullable Session getSession(String id) {
        return guard.read(SessionTable::byId, Objects.requireNonNull(id, "id"));
    }

    @Override
    public List<Session> listSessions() {
        return guard.read((table, none) -> table.sessions(), null);
    }

    @Override
    public List<Session> getWaitingSessions() {
        return guard.read((table, none) -> table.waiting(), null);
    }

    @Override
    public Session updateSessionState(String id, SessionState state) {
        return guard.update(SessionRules::updateState, new SessionRules.StateUpdate(id, state));
    }

    @Override
    public StateChangeReport processStateChanges() {
        return guard.update((table, none) -> SessionRules.process(table), null);
    }

    @Override
    public Session saveSession(String id) {
        Session copy = getSession(id);
        if (copy == null) {
            throw new SessionNotFound("id", id);
        }
        try {
            config.store().save(copy);
        } catch (IOException | RuntimeException e) {
            throw new SaveFailed(id, e);
        }
        return copy;
    }

    @Override
    public Session updateResourceStats(String id, ResourceStats stats) {
        return guard.update(SessionRules::updateStats, new SessionRules.StatsUpdate(id, stats));
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        return guard.read((table, none) -> table.snapshot(), null);
    }

    @Override
    public boolean postStateChange(StateChange change) {
        return guard.update(SessionRules::post, new SessionRules.Posting(change, config.maxPendingStateChanges()));
    }

    @Override
    public long droppedStateChanges() {
        return guard.read((table, none) -> table.droppedStateChanges(), null);
    }

    @Override
    public Session appendOutput(String id, String text) {
        return guard.update(SessionRules::append, new SessionRules.Addition(id, text, config.maxOutputBytes()));
    }
}
