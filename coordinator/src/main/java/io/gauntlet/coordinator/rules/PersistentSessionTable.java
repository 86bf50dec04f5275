package io.gauntlet.coordinator.rules;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.guard.Persistent;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Queue;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table whose copy costs a dozen references: immutable maps (hash array mapped tries, Bagwell, "Ideal hash trees", 2001;
 * red-black trees, Okasaki, 1999) whose versions share what they have in common.
 *
 * <p>A copy is changed by the one thread that made it and from then on, once published, by nobody. Its fields are not final:
 * a guard must publish it by a volatile write or stronger.
 *
 * <p>{@link #sessions} and {@link #waiting} cost O(1) and allocate nothing: the list is a view that was made with the
 * change. {@link #snapshot} allocates its own record.
 */
public final class PersistentSessionTable implements SessionTable, Persistent<PersistentSessionTable> {

    private Map<String, Session> byId = HashMap.empty();
    private Map<String, Session> byName = HashMap.empty();
    private SortedMap<Long, Session> bySerial = TreeMap.empty();
    private SortedMap<Long, Session> waitingBySerial = TreeMap.empty();
    private List<Session> sessions = List.of();
    private List<Session> waiting = List.of();
    private Queue<StateChange> pending = Queue.empty();
    private int pendingCount;
    private @Nullable String activeId;
    private long lastSerial;
    private long lastVersion;
    private long outputBytes;
    private Long dropped = 0L;

    @Override
    public PersistentSessionTable copy() {
        PersistentSessionTable copy = new PersistentSessionTable();
        copy.byId = byId;
        copy.byName = byName;
        copy.bySerial = bySerial;
        copy.waitingBySerial = waitingBySerial;
        copy.sessions = sessions;
        copy.waiting = waiting;
        copy.pending = pending;
        copy.pendingCount = pendingCount;
        copy.activeId = activeId;
        copy.lastSerial = lastSerial;
        copy.lastVersion = lastVersion;
        copy.outputBytes = outputBytes;
        copy.dropped = dropped;
        return copy;
    }

    @Override
    public @Nullable String activeId() {
        return activeId;
    }

    @Override
    public @Nullable Session byId(String id) {
        return find(byId, id);
    }

    @Override
    public @Nullable Session byName(String name) {
        return find(byName, name);
    }

    /** Looks up without the {@code Option} that {@code Map.get} would allocate. */
    @SuppressWarnings("NullAway") // Vavr's maps take a null default; their type does not say so
    private static @Nullable Session find(Map<String, Session> sessions, String key) {
        return sessions.getOrElse(key, null);
    }

    @Override
    public @Nullable Session atPosition(int position) {
        return position < 1 || position > sessions.size() ? null : sessions.get(position - 1);
    }

    @Override
    public @Nullable Session oldest() {
        return bySerial.isEmpty() ? null : bySerial.head()._2;
    }

    @Override
    public int size() {
        return byId.size();
    }

    @Override
    public List<Session> sessions() {
        return sessions;
    }

    @Override
    public List<Session> waiting() {
        return waiting;
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        return new CoordinatorSnapshot(sessions, activeId, outputBytes, pendingCount, dropped);
    }

    @Override
    public int pendingStateChanges() {
        return pendingCount;
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
            setWaiting(waitingBySerial.remove(current.serial()));
        }
        index(next);
    }

    private void index(Session session) {
        byId = byId.put(session.id(), session);
        byName = byName.put(session.name(), session);
        setSessions(bySerial.put(session.serial(), session));
        if (session.state() == SessionState.WAITING_FOR_INPUT) {
            setWaiting(waitingBySerial.put(session.serial(), session));
        }
        outputBytes += session.output().bytes();
    }

    @Override
    public void remove(Session session) {
        byId = byId.remove(session.id());
        byName = byName.remove(session.name());
        setSessions(bySerial.remove(session.serial()));
        setWaiting(waitingBySerial.remove(session.serial()));
        outputBytes -= session.output().bytes();
    }

    private void setSessions(SortedMap<Long, Session> next) {
        bySerial = next;
        sessions = ValuesInKeyOrder.of(next);
    }

    private void setWaiting(SortedMap<Long, Session> next) {
        waitingBySerial = next;
        waiting = ValuesInKeyOrder.of(next);
    }

    @Override
    public void activate(@Nullable String id) {
        activeId = id;
    }

    @Override
    public void enqueue(StateChange change) {
        pending = pending.enqueue(change);
        pendingCount++;
    }

    @Override
    public List<StateChange> drain() {
        List<StateChange> drained = pending.toJavaList();
        pending = Queue.empty();
        pendingCount = 0;
        return drained;
    }

    @Override
    public void countDropped() {
        dropped++;
    }
}
