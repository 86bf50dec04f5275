package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.LockFreeGuard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The locks of {@link BrokenLockPerField} traded for atomics: the sessions in one (in the original a {@code
 * ConcurrentHashMap}, here a root swung by compare-and-set, so that each single answer is right), the active id in another.
 *
 * <p>Each is atomic, the two together are not: a session is found by its name, someone closes it and clears the active id,
 * then it becomes the active one all the same. A compare-and-set on one field proves nothing about the other.
 */
final class BrokenTwoAtomics extends UnderOneGuard {

    private final AtomicReference<@Nullable String> activeId = new AtomicReference<>();

    BrokenTwoAtomics(CoordinatorConfig config) {
        this(config, new LockFreeGuard<>(new PersistentSessionTable()));
    }

    BrokenTwoAtomics(CoordinatorConfig config, Guard<PersistentSessionTable> guard) {
        super(config, guard);
    }

    @Override
    public Session createSession(String id, String name) {
        Session created = super.createSession(id, name);
        activeId.compareAndSet(null, id);
        return created;
    }

    @Override
    public Session switchSession(String nameOrNumber) {
        Session found = super.switchSession(nameOrNumber);
        activeId.set(found.id());
        return found;
    }

    @Override
    public Session closeSession(String id) {
        Session closed = super.closeSession(id);
        Session oldest = guard.read((table, none) -> table.oldest(), null);
        // The reference compares by identity.
        String active = activeId.get();
        if (id.equals(active)) {
            activeId.compareAndSet(active, oldest == null ? null : oldest.id());
        }
        return closed;
    }

    @Override
    public @Nullable String activeSessionId() {
        return activeId.get();
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        return JoinedSnapshot.of(super.snapshot(), activeId.get());
    }
}
