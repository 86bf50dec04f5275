package io.gauntlet.coordinator.rules;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * A table that changes in place: four maps of the same immutable sessions, and the totals. Which maps, a subclass says.
 *
 * <p>{@link #sessions}, {@link #waiting} and {@link #snapshot} allocate: the table will change, so a list that must not
 * change is a copy. All other reads allocate nothing.
 */
abstract class IndexedSessionTable implements SessionTable {

    private final Map<String, Session> byId;
    private final Map<String, Session> byName;
    private final NavigableMap<Long, Session> bySerial;
    private final NavigableMap<Long, Session> waitingBySerial;
    private final ArrayDeque<StateChange> pending = new ArrayDeque<>();

    private @Nullable String activeId;
    private long lastSerial;
    private long lastVersion;
    private long outputBytes;
    private Long dropped = 0L;

    IndexedSessionTable(
            Map<String, Session> byId,
            Map<String, Session> byName,
            NavigableMap<Long, Session> bySerial,
            NavigableMap<Long, Session> waitingBySerial) {
        this.byId = byId;
        this.byName = byName;
        this.bySerial = bySerial;
        this.waitingBySerial = waitingBySerial;
    }

    /** Sets the counters of a table that has given no number yet. */
    final void countFrom(long serial, long version, long droppedStateChanges) {
        if (serial < 0 || version < 0 || droppedStateChanges < 0) {
            throw new IllegalArgumentException("a table cannot number on from serial " + serial + ", version " + version
                    + " and " + droppedStateChanges + " dropped changes: none may be negative");
        }
        lastSerial = serial;
        lastVersion = version;
        dropped = droppedStateChanges;
    }

    @Override
    public @Nullable String activeId() {
        return activeId;
    }

    @Override
    public @Nullable Session byId(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable Session byName(String name) {
        return byName.get(name);
    }

    @Override
    public @Nullable Session atPosition(int position) {
        return bySerial.values().stream()
                .skip(Math.max(0, position - 1L))
                .findFirst()
                .filter(s -> position > 0)
                .orElse(null);
    }

    @Override
    public @Nullable Session oldest() {
        Map.Entry<Long, Session> first = bySerial.firstEntry();
        return first == null ? null : first.getValue();
    }

    @Override
    public int size() {
        return byId.size();
    }

    @Override
    public List<Session> sessions() {
        return copyOf(bySerial);
    }

    @Override
    public List<Session> waiting() {
        return copyOf(waitingBySerial);
    }

    /** Copies as many values as there were at the beginning, so that the copy ends even while a writer keeps adding. */
    private static List<Session> copyOf(Map<Long, Session> sessions) {
        int size = sessions.size();
        if (size == 0) {
            return List.of();
        }
        Session[] copy = new Session[size];
        int copied = 0;
        for (Session session : sessions.values()) {
            copy[copied++] = session;
            if (copied == size) {
                break;
            }
        }
        return Collections.unmodifiableList(Arrays.asList(copy));
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        return new CoordinatorSnapshot(sessions(), activeId, outputBytes, pending.size(), dropped);
    }

    @Override
    public int pendingStateChanges() {
        return pending.size();
    }

    @Override
    public Long droppedStateChanges() {
        return dropped;
    }

    @Override
    public long nextSerial() {
        return ++lastSerial;
    }

    @Override
    public long nextVersion() {
        return ++lastVersion;
    }

    @Override
    public void add(Session session) {
        index(session);
    }

    @Override
    public void replace(Session current, Session next) {
        outputBytes -= current.output().bytes();
        if (current.state() == SessionState.WAITING_FOR_INPUT && next.state() != SessionState.WAITING_FOR_INPUT) {
            waitingBySerial.remove(current.serial());
        }
        index(next);
    }

    private void index(Session session) {
        byId.put(session.id(), session);
        byName.put(session.name(), session);
        bySerial.put(session.serial(), session);
        if (session.state() == SessionState.WAITING_FOR_INPUT) {
            waitingBySerial.put(session.serial(), session);
        }
        outputBytes += session.output().bytes();
    }

    @Override
    public void remove(Session session) {
        byId.remove(session.id());
        byName.remove(session.name());
        bySerial.remove(session.serial());
        waitingBySerial.remove(session.serial());
        outputBytes -= session.output().bytes();
    }

    @Override
    public void activate(@Nullable String id) {
        activeId = id;
    }

    @Override
    public void enqueue(StateChange change) {
        pending.addLast(change);
    }

    @Override
    public List<StateChange> drain() {
        List<StateChange> drained = List.copyOf(pending);
        pending.clear();
        return drained;
    }

    @Override
    public void countDropped() {
        dropped++;
    }
}
