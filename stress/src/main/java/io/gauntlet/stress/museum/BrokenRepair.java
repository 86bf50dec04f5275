package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.MutexGuard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.coordinator.rules.SessionRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The origin after its repair: both fields under one lock, and one operation that takes the lock twice.
 *
 * <p>There, closing the last session let go of the lock to create a default session, and took it again to make that one
 * active. Our contract knows no default session; the shape is the same: {@link #closeSession} of the active session picks the
 * successor under the lock, lets go, and makes it active under the lock without looking again.
 *
 * <p>In between, sessions are open and none is active; who switches then is overruled; and who closes the successor then
 * leaves the active id naming a session that is gone, for good.
 */
final class BrokenRepair extends UnderOneGuard {

    private record Removal(
            Session closed, boolean wasActive, @Nullable String successor) {}

    BrokenRepair(CoordinatorConfig config) {
        this(config, new MutexGuard<>(new PersistentSessionTable()));
    }

    BrokenRepair(CoordinatorConfig config, Guard<PersistentSessionTable> guard) {
        super(config, guard);
    }

    @Override
    public Session closeSession(String id) {
        Removal removal = guard.update(BrokenRepair::remove, Objects.requireNonNull(id, "id"));
        if (removal.wasActive) {
            guard.update(BrokenRepair::activateSuccessor, removal);
        }
        return removal.closed;
    }

    private static Removal remove(PersistentSessionTable table, String id) {
        boolean wasActive = id.equals(table.activeId());
        Session closed = SessionRules.close(table, id);
        String successor = table.activeId();
        if (wasActive) {
            table.activate(null);
        }
        return new Removal(closed, wasActive, successor);
    }

    private static Removal activateSuccessor(PersistentSessionTable table, Removal removal) {
        table.activate(removal.successor);
        return removal;
    }
}
