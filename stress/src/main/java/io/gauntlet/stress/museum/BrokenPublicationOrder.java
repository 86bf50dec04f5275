package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.guard.CopyOnWriteGuard;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.coordinator.rules.SessionRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Copy-on-write with the active id in a volatile field of its own, published before the session that it names.
 *
 * <p>Writers take turns, so nothing is ever lost. A reader, who takes no lock, is told that {@code a} is active, asks for
 * {@code a}, and there is no such session yet. The other order would tell it of a session while none is active: two
 * publications are one too many.
 */
final class BrokenPublicationOrder extends UnderOneGuard {

    private volatile @Nullable String activeId;

    BrokenPublicationOrder(CoordinatorConfig config) {
        this(config, new CopyOnWriteGuard<>(new PersistentSessionTable()));
    }

    BrokenPublicationOrder(CoordinatorConfig config, Guard<PersistentSessionTable> guard) {
        super(config, guard);
    }

    @Override
    public synchronized Session createSession(String id, String name) {
        SessionRules.Creation creation = creation(id, name);
        requireCreatable(creation);
        if (activeId == null) {
            activeId = id;
        }
        return guard.update(SessionRules::create, creation);
    }

    @Override
    public synchronized Session switchSession(String nameOrNumber) {
        Session found = super.switchSession(nameOrNumber);
        activeId = found.id();
        return found;
    }

    @Override
    public synchronized Session closeSession(String id) {
        Session successor = guard.read(BrokenPublicationOrder::oldestWithout, Objects.requireNonNull(id, "id"));
        if (id.equals(activeId)) {
            activeId = successor == null ? null : successor.id();
        }
        return super.closeSession(id);
    }

    private static @Nullable Session oldestWithout(PersistentSessionTable table, String id) {
        PersistentSessionTable copy = table.copy();
        SessionRules.close(copy, id);
        return copy.oldest();
    }

    @Override
    public @Nullable String activeSessionId() {
        return activeId;
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        return JoinedSnapshot.of(super.snapshot(), activeId);
    }
}
