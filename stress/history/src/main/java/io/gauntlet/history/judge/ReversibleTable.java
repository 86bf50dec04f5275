package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.rules.SessionTable;
import io.gauntlet.history.StartState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table that a search runs the coordinator's rules on: it takes steps back, knows its own hash, and notices what the
 * history rules out.
 *
 * <p><b>Back.</b> A change logs what it displaced; {@link #undo} puts that back, newest first, so that a session unlinked
 * from the list finds its neighbours as they were (Knuth, "Dancing links", 2000). The single fields are saved by {@link
 * #mark}. Both cost as much as the change did. The queue is a window on an array: draining moves its beginning, so what was
 * drained is still there.
 *
 * <p><b>Hash.</b> A sum over the open sessions (and the waiting ones) of their hashes, and a polynomial over the queue: a
 * change adds and subtracts what it touched (Zobrist, 1970).
 *
 * <p><b>Contradiction.</b> Set by a change after which the history cannot be completed; see {@link Values}. Undoing clears
 * it.
 */
final class ReversibleTable implements SessionTable {

    /** What a step changed, so that only those are asked again who might answer differently. */
    static final int SESSIONS = 1;

    static final int STRUCTURE = 2;
    static final int WAITING = 4;
    static final int ACTIVE = 8;
    static final int QUEUE = 16;
    static final int DROPPED = 32;

    private static final int SCALARS = 10;
    private static final byte ADDED = 0;
    private static final byte REPLACED = 1;
    private static final byte REMOVED = 2;

    private final Slots ids;
    private final Slots names;
    private final Values values;
    private final Drops drops;

    private @Nullable Node oldest;
    private @Nullable Node newest;
    private @Nullable Slot active;
    private int size;
    private long lastSerial;
    private long lastVersion;
    private long outputBytes;
    private long dropped;
    private long sessionsHash;
    private long waitingHash;
    private int head;
    private int tail;
    private long queueHash;
    private StateChange[] queue = new StateChange[16];

    private int acting = Values.NONE;
    private boolean contradicted;
    private int changes;
    private Slot[] touched = new Slot[16];
    private int touchedCount;

    private long[] scalars = new long[SCALARS * 64];
    private @Nullable Slot[] actives = new Slot[64];
    private int marks;

    private byte[] undoKinds = new byte[64];
    private Node[] undoNodes = new Node[64];
    private @Nullable Session[] undoSessions = new Session[64];
    private long[] undoHashes = new long[64];
    private int undoCount;

    ReversibleTable(StartState start, Slots ids, Slots names, Values values, Drops drops) {
        this.ids = ids;
        this.names = names;
        this.values = values;
        this.drops = drops;
        start.sessions().forEach(this::add);
        activate(start.activeSessionId());
        start.pending().forEach(this::enqueue);
        dropped = start.droppedStateChanges();
        lastSerial = start.lastSerial();
        lastVersion = start.lastVersion();
        undoCount = 0;
        contradicted = false;
    }

    // --- the search's side

    /** Begins a step of this call: what follows can be undone. */
    void mark(int call) {
        acting = call;
        changes = 0;
        touchedCount = 0;
        if (marks == actives.length) {
            actives = Arrays.copyOf(actives, marks * 2);
            scalars = Arrays.copyOf(scalars, marks * 2 * SCALARS);
        }
        int at = marks * SCALARS;
        scalars[at] = lastSerial;
        scalars[at + 1] = lastVersion;
        scalars[at + 2] = outputBytes;
        scalars[at + 3] = dropped;
        scalars[at + 4] = sessionsHash;
        scalars[at + 5] = waitingHash;
        scalars[at + 6] = queueHash;
        scalars[at + 7] = (long) head << 32 | tail;
        scalars[at + 8] = undoCount;
        scalars[at + 9] = size;
        actives[marks] = active;
        marks++;
    }

    /** Takes the last step back. */
    void undo() {
        marks--;
        int at = marks * SCALARS;
        int until = (int) scalars[at + 8];
        while (undoCount > until) {
            undoOne(--undoCount);
        }
        lastSerial = scalars[at];
        lastVersion = scalars[at + 1];
        outputBytes = scalars[at + 2];
        dropped = scalars[at + 3];
        sessionsHash = scalars[at + 4];
        waitingHash = scalars[at + 5];
        queueHash = scalars[at + 6];
        head = (int) (scalars[at + 7] >>> 32);
        tail = (int) scalars[at + 7];
        size = (int) scalars[at + 9];
        active = actives[marks];
        contradicted = false;
    }

    private void undoOne(int index) {
        Node node = undoNodes[index];
        switch (undoKinds[index]) {
            case ADDED -> unlink(node);
            case REMOVED -> link(node);
            default -> {
                node.session = Objects.requireNonNull(undoSessions[index]);
                node.hash = undoHashes[index];
            }
        }
    }

    private void log(byte kind, Node node, @Nullable Session session, long hash) {
        if (undoCount == undoKinds.length) {
            int length = undoCount * 2;
            undoKinds = Arrays.copyOf(undoKinds, length);
            undoNodes = Arrays.copyOf(undoNodes, length);
            undoSessions = Arrays.copyOf(undoSessions, length);
            undoHashes = Arrays.copyOf(undoHashes, length);
        }
        undoKinds[undoCount] = kind;
        undoNodes[undoCount] = node;
        undoSessions[undoCount] = session;
        undoHashes[undoCount] = hash;
        undoCount++;
    }

    boolean isContradicted() {
        return contradicted;
    }

    /** Returns which of {@link #SESSIONS}, {@link #STRUCTURE}, ... the last step changed. */
    int changes() {
        return changes;
    }

    int touchedCount() {
        return touchedCount;
    }

    /** Returns the id of one of the sessions that the last step changed. */
    Slot touched(int index) {
        return touched[index];
    }

    /** Returns a hash of everything that decides what this table will ever answer. */
    long hash(long seed) {
        long hash = Hash.of(seed, sessionsHash);
        hash = Hash.of(hash, active == null ? -1 : active.index);
        hash = Hash.of(hash, queueHash);
        hash = Hash.of(hash, lastVersion);
        hash = Hash.of(hash, lastSerial);
        return Hash.of(hash, dropped);
    }

    long sessionsHash() {
        return sessionsHash;
    }

    long waitingHash() {
        return waitingHash;
    }

    long outputBytes() {
        return outputBytes;
    }

    long lastVersion() {
        return lastVersion;
    }

    long lastSerial() {
        return lastSerial;
    }

    long dropped() {
        return dropped;
    }

    /** Returns whether the queue can still be drained as the history says. */
    boolean mayBeDrained(Drains drains) {
        return drains.mayBeDrained(queue, head, tail, lastVersion);
    }

    @Nullable
    Slot active() {
        return active;
    }

    // --- the rules' side

    @Override
    public @Nullable String activeId() {
        return active == null ? null : active.text;
    }

    @Override
    public @Nullable Session byId(String id) {
        return session(ids.find(id));
    }

    @Override
    public @Nullable Session byName(String name) {
        return session(names.find(name));
    }

    private static @Nullable Session session(@Nullable Slot slot) {
        Node node = slot == null ? null : slot.node;
        return node == null ? null : node.session;
    }

    @Override
    public @Nullable Session atPosition(int position) {
        if (position < 1 || position > size) {
            return null;
        }
        Node node = oldest;
        for (int at = 1; at < position && node != null; at++) {
            node = node.newer;
        }
        return node == null ? null : node.session;
    }

    @Override
    public @Nullable Session oldest() {
        return oldest == null ? null : oldest.session;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Session> sessions() {
        List<Session> sessions = new ArrayList<>(size);
        for (Node node = oldest; node != null; node = node.newer) {
            sessions.add(node.session);
        }
        return sessions;
    }

    @Override
    public List<Session> waiting() {
        return sessions().stream().filter(ReversibleTable::waits).toList();
    }

    @Override
    public CoordinatorSnapshot snapshot() {
        return new CoordinatorSnapshot(sessions(), activeId(), outputBytes, pendingStateChanges(), dropped);
    }

    @Override
    public int pendingStateChanges() {
        return tail - head;
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
        int giver = values.giver(++lastVersion);
        if (giver != Values.NONE && giver != acting) {
            contradicted = true;
        }
        return lastVersion;
    }

    @Override
    public void add(Session session) {
        Session value = asTold(session);
        Node node = new Node(ids.of(session.id()), names.of(session.name()), value, values.hash(value));
        node.older = newest;
        link(node);
        size++;
        log(ADDED, node, null, 0);
        count(node, 1);
        outputBytes += value.output().bytes();
        touch(node.id, SESSIONS | STRUCTURE);
    }

    @Override
    public void replace(Session current, Session next) {
        Node node = Objects.requireNonNull(ids.of(current.id()).node, current.id());
        leave(current);
        log(REPLACED, node, node.session, node.hash);
        count(node, -1);
        node.session = asTold(next);
        node.hash = values.hash(node.session);
        count(node, 1);
        outputBytes += next.output().bytes() - current.output().bytes();
        touch(node.id, SESSIONS);
    }

    @Override
    public void remove(Session session) {
        Node node = Objects.requireNonNull(ids.of(session.id()).node, session.id());
        leave(session);
        count(node, -1);
        unlink(node);
        size--;
        log(REMOVED, node, null, 0);
        outputBytes -= session.output().bytes();
        touch(node.id, SESSIONS | STRUCTURE);
    }

    @Override
    public void activate(@Nullable String id) {
        active = id == null ? null : ids.of(id);
        changes |= ACTIVE;
    }

    @Override
    public void enqueue(StateChange change) {
        if (tail == queue.length) {
            queue = Arrays.copyOf(queue, tail * 2);
        }
        queue[tail++] = change;
        queueHash = Hash.of(queueHash, Hash.of(change));
        changes |= QUEUE;
    }

    @Override
    public List<StateChange> drain() {
        List<StateChange> drained = List.of(Arrays.copyOfRange(queue, head, tail));
        head = tail;
        queueHash = 0;
        changes |= QUEUE;
        return drained;
    }

    @Override
    public void countDropped() {
        contradicted |= drops.isAwaited(dropped);
        dropped++;
        changes |= DROPPED;
    }

    /** Puts the value that callers were told of in place of an equal one, so that the next comparison is one of references. */
    private Session asTold(Session session) {
        Session told = values.told(session.version());
        if (told == null) {
            return session;
        }
        if (!told.equals(session)) {
            contradicted = true;
            return session;
        }
        return told;
    }

    private void leave(Session session) {
        contradicted |= values.isAwaited(session.version());
    }

    private void count(Node node, int sign) {
        sessionsHash += sign * node.hash;
        if (waits(node.session)) {
            waitingHash += sign * node.hash;
            changes |= WAITING;
        }
    }

    private static boolean waits(Session session) {
        return session.state() == SessionState.WAITING_FOR_INPUT;
    }

    private void touch(Slot id, int what) {
        changes |= what;
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, touchedCount * 2);
        }
        touched[touchedCount++] = id;
    }

    /** Puts a node between the neighbours that it remembers. */
    private void link(Node node) {
        node.id.node = node;
        node.name.node = node;
        if (node.older == null) {
            oldest = node;
        } else {
            node.older.newer = node;
        }
        if (node.newer == null) {
            newest = node;
        } else {
            node.newer.older = node;
        }
    }

    private void unlink(Node node) {
        node.id.node = null;
        node.name.node = null;
        if (node.older == null) {
            oldest = node.newer;
        } else {
            node.older.newer = node.newer;
        }
        if (node.newer == null) {
            newest = node.older;
        } else {
            node.newer.older = node.older;
        }
    }
}
