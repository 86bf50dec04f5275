package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.guard.MutexGuard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import java.util.Objects;

/**
 * The origin's clean-up of idle sessions: under the right lock, it removes a session and forgets that it may be the active
 * one. Here every close does.
 *
 * <p>No interleaving is needed: one caller who closes the active session is told the id of a session that is gone. It is here
 * as a control: tests of the rules must catch it, and tools for concurrency should not be what finds it.
 */
final class BrokenCleanup extends UnderOneGuard {

    BrokenCleanup(CoordinatorConfig config) {
        super(config, new MutexGuard<>(new PersistentSessionTable()));
    }

    @Override
    public Session closeSession(String id) {
        return guard.update(BrokenCleanup::remove, Objects.requireNonNull(id, "id"));
    }

    private static Session remove(PersistentSessionTable table, String id) {
        Session idle = table.byId(id);
        if (idle == null) {
            throw new SessionNotFound("id", id);
        }
        table.remove(idle);
        return idle;
    }
}
