package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException.SaveFailed;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.guard.MutexGuard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import java.io.IOException;
import java.util.Objects;

/**
 * The origin's save: the session is written while the lock is held.
 *
 * <p>Every answer is right, and every caller, readers included, waits for the disk of the one who saves. A checker that
 * judges answers is blind to it; a test with a store that waits for another caller sees it.
 */
final class BrokenSaveUnderLock extends UnderOneGuard {

    BrokenSaveUnderLock(CoordinatorConfig config) {
        super(config, new MutexGuard<>(new PersistentSessionTable()));
    }

    @Override
    public Session saveSession(String id) {
        return guard.read(this::save, Objects.requireNonNull(id, "id"));
    }

    private Session save(PersistentSessionTable table, String id) {
        Session session = table.byId(id);
        if (session == null) {
            throw new SessionNotFound("id", id);
        }
        try {
            config.store().save(session);
        } catch (IOException | RuntimeException failure) {
            throw new SaveFailed(id, failure);
        }
        return session;
    }
}
