package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionOutput;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one caller was told was done, and so must be there until this caller undoes it: nobody else changes its two sessions, one
 * that stays open and one that comes and goes. Every answer in which they appear is held against it. For one thread at a time.
 */
final class Ledger {

    private final int number;
    private final CoordinatorConfig config;
    private final String id;
    private final String briefId;

    private boolean open;
    private boolean briefOpen;
    private SessionState state = SessionState.ACTIVE;
    private ResourceStats stats = ResourceStats.NONE;
    private SessionOutput output = SessionOutput.EMPTY;
    private long version;
    private long savedVersion;
    private int texts;
    private int messages;
    private @Nullable String lastMessage;
    private long droppedSeen;

    private final List<StateChange> queued = new ArrayList<>();
    private final List<StateChange> reported = new ArrayList<>();
    private long dropped;
    private long effects;
    private List<String> found = new ArrayList<>();

    Ledger(int number, CoordinatorConfig config) {
        this.number = number;
        this.config = config;
        this.id = "own-" + number;
        this.briefId = "brief-" + number;
    }

    /** Returns the id of the session that stays open. */
    String id() {
        return id;
    }

    String name() {
        return "Own " + number;
    }

    Operation create() {
        return new Operation.CreateSession(id, name());
    }

    /** Returns what opens the session that comes and goes, or closes it if it is open. */
    Operation openOrClose() {
        return briefOpen
                ? new Operation.CloseSession(briefId)
                : new Operation.CreateSession(briefId, "Brief " + number);
    }

    Operation nextState() {
        return new Operation.UpdateSessionState(
                id, state == SessionState.ACTIVE ? SessionState.WAITING_FOR_INPUT : SessionState.ACTIVE);
    }

    Operation nextText() {
        return new Operation.AppendOutput(id, "text " + texts++);
    }

    Operation nextStats() {
        return new Operation.UpdateResourceStats(id, new ResourceStats(effects, number));
    }

    /** Returns a change of the one session, or now and then of the other, which may be closed by then. */
    StateChange nextChange() {
        int message = messages++;
        return message % 4 == 3
                ? new StateChange.NeedsInput(briefId)
                : new StateChange.Error(id, "message " + message + " of " + number);
    }

    /** Enters an answer, and returns one line for everything in it that is otherwise than was acknowledged before. */
    List<String> enter(Operation asked, @Nullable Object answer, OwnCode.Trace trace) {
        found = new ArrayList<>();
        if (asked instanceof Operation.CreateSession create) {
            enterCreation(create, (Session) Objects.requireNonNull(answer), trace);
        } else if (asked instanceof Operation.CloseSession) {
            briefOpen = false;
            effects++;
        } else if (asked instanceof Operation.UpdateSessionState update) {
            state = update.state();
            acknowledged(answer);
        } else if (asked instanceof Operation.UpdateResourceStats update) {
            stats = update.stats();
            acknowledged(answer);
        } else if (asked instanceof Operation.AppendOutput append) {
            output = output.append(append.text(), config.maxOutputBytes());
            acknowledged(answer);
        } else if (asked instanceof Operation.PostStateChange post) {
            enterPost(post.change(), answer);
        } else if (asked instanceof Operation.SaveSession) {
            require(trace.thrown() == null, "the save was acknowledged, and the store had thrown " + trace.thrown());
            requireOwn((Session) answer);
            savedVersion = version;
        } else if (answer instanceof StateChangeReport report) {
            reported.addAll(report.applied());
            reported.addAll(report.skipped());
            reported.addAll(report.refused());
        } else {
            judgeReading(asked, answer);
        }
        return found;
    }

    private void enterCreation(Operation.CreateSession create, Session created, OwnCode.Trace trace) {
        effects++;
        require(
                trace.told(created.createdAt()),
                "'" + create.id() + "' is said to be created at " + created.createdAt()
                        + ", which its caller's clock never said");
        if (create.id().equals(id)) {
            open = true;
            requireOwn(created);
        } else {
            briefOpen = true;
        }
    }

    private void acknowledged(@Nullable Object answer) {
        long before = version;
        requireOwn((Session) answer);
        require(version > before, "the version was " + before + " before the change and is " + version + " after it");
        effects++;
    }

    private void enterPost(StateChange change, @Nullable Object answer) {
        if (!Boolean.TRUE.equals(answer)) {
            dropped++;
            return;
        }
        queued.add(change);
        effects++;
        if (change instanceof StateChange.Error error) {
            lastMessage = error.message();
        }
    }

    @SuppressWarnings("unchecked") // what the operations that list are declared to return
    private void judgeReading(Operation asked, @Nullable Object answer) {
        if (asked instanceof Operation.ActiveSessionId) {
            require(answer != null, "no session is active, and '" + id + "' is open");
        } else if (asked instanceof Operation.DroppedStateChanges) {
            judgeDropped((long) Objects.requireNonNull(answer));
        } else if (answer instanceof CoordinatorSnapshot snapshot) {
            found.addAll(SnapshotInvariants.violations(snapshot, config));
            judgeDropped(snapshot.droppedStateChanges());
            judgeList(snapshot.sessions());
        } else if (asked instanceof Operation.ListSessions) {
            judgeList((List<Session>) Objects.requireNonNull(answer));
        } else if (asked instanceof Operation.GetWaitingSessions) {
            boolean listed =
                    find(id, (List<Session>) Objects.requireNonNull(answer)).isPresent();
            require(
                    listed == (state == SessionState.WAITING_FOR_INPUT),
                    "'" + id + "' is " + (listed ? "" : "not ") + "listed as waiting, acknowledged was " + state);
        } else {
            requireOwn((Session) answer);
        }
    }

    private void judgeDropped(long count) {
        require(count >= droppedSeen, count + " changes are said to be dropped, after " + droppedSeen);
        require(
                count >= dropped,
                count + " changes are said to be dropped, this caller alone had " + dropped + " dropped");
        droppedSeen = count;
    }

    private void judgeList(List<Session> sessions) {
        requireOwn(find(id, sessions).orElse(null));
        Optional<Session> brief = find(briefId, sessions);
        require(
                brief.isPresent() == briefOpen,
                "'" + briefId + "' is " + (brief.isPresent() ? "" : "not ") + "listed, acknowledged was that it is "
                        + (briefOpen ? "open" : "closed"));
        // The one that stays is the older one, whatever any clock has said of it.
        brief.ifPresent(newer -> require(
                sessions.indexOf(newer) > position(id, sessions),
                "'" + briefId + "' was created after '" + id + "' and is listed before it"));
    }

    private static Optional<Session> find(String id, List<Session> sessions) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    private static int position(String id, List<Session> sessions) {
        return find(id, sessions).map(sessions::indexOf).orElse(-1);
    }

    private void requireOwn(@Nullable Session session) {
        if (session == null) {
            require(!open, "'" + id + "' was created and is gone");
            return;
        }
        requireEqual("id", id, session.id());
        requireEqual("name", name(), session.name());
        requireEqual("state", state, session.state());
        requireEqual("statistics", stats, session.resourceStats());
        requireEqual("output", output, session.output());
        require(
                session.version() >= version,
                "'" + id + "' has version " + session.version() + " after version " + version + " was acknowledged");
        version = session.version();
    }

    private void requireEqual(String what, Object acknowledged, Object told) {
        if (!acknowledged.equals(told)) {
            found.add("the " + what + " of '" + id + "' is " + told + ", acknowledged was " + acknowledged);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    /**
     * Returns one line for everything acknowledged that is not there at the end, when all posted changes have been processed.
     *
     * @param kept what the store holds of the session that stays open
     */
    List<String> missing(CoordinatorSnapshot last, Optional<Session> kept) {
        found = new ArrayList<>();
        judgeList(last.sessions());
        String message = find(id, last.sessions()).map(Session::lastError).orElse(null);
        require(
                !open || Objects.equals(message, lastMessage),
                "the last error of '" + id + "' is '" + message + "', the last that was queued is '" + lastMessage
                        + "'");
        long keptVersion = kept.map(Session::version).orElse(0L);
        require(
                keptVersion >= savedVersion,
                "the store keeps version " + keptVersion + " of '" + id + "', the save of version " + savedVersion
                        + " was acknowledged");
        return found;
    }

    /** Returns the changes that were acknowledged as queued. */
    List<StateChange> queued() {
        return queued;
    }

    /** Returns the changes of which it was told what became of them. */
    List<StateChange> reported() {
        return reported;
    }

    /** Returns how many changes were dropped. */
    long dropped() {
        return dropped;
    }

    /** Returns how many sessions must be open. */
    int sessions() {
        return (open ? 1 : 0) + (briefOpen ? 1 : 0);
    }

    /** Returns how many effects were acknowledged. */
    long effects() {
        return effects;
    }
}
