package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.rules.SessionRules;
import java.util.Objects;

/**
 * A first attempt at the origin's repair: still one lock for each field, now both held where both fields are touched, but
 * not taken in one order.
 *
 * <p>Every answer is right. {@link #createSession} and {@link #closeSession} take the sessions first and the active id
 * second, {@link #switchSession} and {@link #snapshot} the other way round: two callers who hold one lock each wait for each
 * other for ever.
 *
 * <p>Lincheck's model checking and the watchdog of the soak must find the deadlock. Contract and smoke tests cannot: the
 * smoke tests' reads take one lock at a time.
 */
final class BrokenLockOrder extends OneLockPerField {

    BrokenLockOrder(CoordinatorConfig config) {
        super(config);
    }

    @Override
    public Session createSession(String id, String name) {
        synchronized (sessionsLock) {
            Session created = SessionRules.create(sessions, creation(id, name));
            synchronized (activeLock) {
                if (activeId == null) {
                    activeId = id;
                }
            }
            return created;
        }
    }

    @Override
    public Session closeSession(String id) {
        synchronized (sessionsLock) {
            Session closed = SessionRules.close(sessions, Objects.requireNonNull(id, "id"));
            synchronized (activeLock) {
                if (id.equals(activeId)) {
                    Session oldest = sessions.oldest();
                    activeId = oldest == null ? null : oldest.id();
                }
            }
            return closed;
        }
    }

    @Override
    public Session switchSession(String nameOrNumber) {
        synchronized (activeLock) {
            synchronized (sessionsLock) {
                Session found = SessionRules.switchTo(sessions, Objects.requireNonNull(nameOrNumber, "nameOrNumber"));
                activeId = found.id();
                return found;
            }
        }
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        synchronized (activeLock) {
            synchronized (sessionsLock) {
                return JoinedSnapshot.of(sessions.snapshot(), activeId);
            }
        }
    }
}
