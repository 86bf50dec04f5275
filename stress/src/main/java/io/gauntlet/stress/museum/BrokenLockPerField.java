package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.rules.SessionRules;
import java.util.Objects;

/**
 * The origin before its repair: the sessions under one lock, the active id under another, each released before the other is
 * taken.
 *
 * <p>Each field is always intact, the pair is not. Between the two locks of {@link #closeSession} the active id names a
 * session that is gone; between those of {@link #createSession} a session is open and none is active; a {@link
 * #switchSession} that is overtaken by the close of its session leaves the active id wrong for good.
 *
 * <p>Lincheck's model checking must catch it. A soak may, by a snapshot taken in between. Contract and smoke tests cannot.
 */
final class BrokenLockPerField extends OneLockPerField {

    BrokenLockPerField(CoordinatorConfig config) {
        super(config);
    }

    @Override
    public Session createSession(String id, String name) {
        Session created;
        synchronized (sessionsLock) {
            created = SessionRules.create(sessions, creation(id, name));
        }
        synchronized (activeLock) {
            if (activeId == null) {
                activeId = id;
            }
        }
        return created;
    }

    @Override
    public Session switchSession(String nameOrNumber) {
        Session found;
        synchronized (sessionsLock) {
            found = SessionRules.switchTo(sessions, Objects.requireNonNull(nameOrNumber, "nameOrNumber"));
        }
        synchronized (activeLock) {
            activeId = found.id();
        }
        return found;
    }

    @Override
    public Session closeSession(String id) {
        Session closed;
        Session oldest;
        synchronized (sessionsLock) {
            closed = SessionRules.close(sessions, Objects.requireNonNull(id, "id"));
            oldest = sessions.oldest();
        }
        synchronized (activeLock) {
            if (id.equals(activeId)) {
                activeId = oldest == null ? null : oldest.id();
            }
        }
        return closed;
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        CoordinatorSnapshot snapshot;
        synchronized (sessionsLock) {
            snapshot = sessions.snapshot();
        }
        synchronized (activeLock) {
            return JoinedSnapshot.of(snapshot, activeId);
        }
    }
}
