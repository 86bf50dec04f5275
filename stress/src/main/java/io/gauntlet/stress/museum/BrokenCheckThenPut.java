package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.LockFreeGuard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.coordinator.rules.SessionRules;

/**
 * A concurrent map that is asked whether it has a key, and then told to put it: two atomic steps where one ({@code
 * putIfAbsent}) was needed. In the original a {@code ConcurrentHashMap}, here a root swung by compare-and-set.
 *
 * <p>Two callers create one id: both find it free, both put, both are told that theirs is the session. The second has
 * overwritten the first, or stands beside it in the list.
 */
final class BrokenCheckThenPut extends UnderOneGuard {

    BrokenCheckThenPut(CoordinatorConfig config) {
        this(config, new LockFreeGuard<>(new PersistentSessionTable()));
    }

    BrokenCheckThenPut(CoordinatorConfig config, Guard<PersistentSessionTable> guard) {
        super(config, guard);
    }

    @Override
    public Session createSession(String id, String name) {
        SessionRules.Creation creation = creation(id, name);
        requireCreatable(creation);
        return guard.update(BrokenCheckThenPut::put, creation);
    }

    private static Session put(PersistentSessionTable table, SessionRules.Creation creation) {
        Session session = Session.created(
                creation.id(), creation.name(), table.nextSerial(), creation.createdAt(), table.nextVersion());
        table.add(session);
        if (table.activeId() == null) {
            table.activate(session.id());
        }
        return session;
    }
}
