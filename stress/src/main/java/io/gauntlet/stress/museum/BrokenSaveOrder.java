package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException.SaveFailed;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.MutexGuard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import java.io.IOException;

/**
 * The origin's save, moved out of the lock naively: the copy gets its version when it is about to be written, not when it was
 * taken.
 *
 * <p>A caller takes its copy and is put aside; others change the session, save it and change it again; the first goes on,
 * writes its old copy under the newest version, and the store, which keeps the greater version, keeps the old content.
 *
 * <p>No answer is ever wrong: the caller is handed its copy as it was taken. Only the store knows.
 */
final class BrokenSaveOrder extends UnderOneGuard {

    BrokenSaveOrder(CoordinatorConfig config) {
        this(config, new MutexGuard<>(new PersistentSessionTable()));
    }

    BrokenSaveOrder(CoordinatorConfig config, Guard<PersistentSessionTable> guard) {
        super(config, guard);
    }

    @Override
    public Session saveSession(String id) {
        Session copy = getSession(id);
        if (copy == null) {
            throw new SessionNotFound("id", id);
        }
        long version = guard.read(BrokenSaveOrder::versionNow, copy);
        try {
            config.store().save(copy.withState(copy.state(), version));
        } catch (IOException | RuntimeException failure) {
            throw new SaveFailed(id, failure);
        }
        return copy;
    }

    private static Long versionNow(PersistentSessionTable table, Session copy) {
        Session now = table.byId(copy.id());
        return now == null ? copy.version() : now.version();
    }
}
