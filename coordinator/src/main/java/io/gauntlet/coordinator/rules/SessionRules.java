package io.gauntlet.coordinator.rules;

import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionId;
import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionName;
import io.gauntlet.coordinator.contract.CoordinatorException.InvalidArgument;
import io.gauntlet.coordinator.contract.CoordinatorException.InvalidStateTransition;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionLimitReached;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionOutput;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every operation that changes something does to a table: the one place where the coordinator's rules are written.
 *
 * <p>Each rule is a pure step: it checks everything before it changes anything, so a refused operation has changed nothing,
 * and the same table and argument always give the same outcome.
 */
public final class SessionRules {

    private static final int MAX_ID_LENGTH = 128;
    private static final int MAX_NAME_LENGTH = 64;

    private SessionRules() {}

    /** A session to create. */
    public record Creation(String id, String name, Instant createdAt, int maxActiveSessions) {

        /** @throws InvalidArgument if the id or the name is not one */
        public Creation {
            requireId(Objects.requireNonNull(id, "id"));
            requireName(Objects.requireNonNull(name, "name"));
        }
    }

    /** A state for a session. */
    public record StateUpdate(String id, SessionState state) {
        public StateUpdate {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(state, "state");
        }
    }

    /** Statistics for a session. */
    public record StatsUpdate(String id, ResourceStats stats) {
        public StatsUpdate {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(stats, "stats");
        }
    }

    /** Text for a session's output. */
    public record Addition(String id, String text, int maxOutputBytes) {
        public Addition {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(text, "text");
        }
    }

    /** A state change for the queue. */
    public record Posting(StateChange change, int maxPendingStateChanges) {
        public Posting {
            Objects.requireNonNull(change, "change");
        }
    }

    /** Opens a session; the first becomes active. */
    public static Session create(SessionTable table, Creation creation) {
        if (table.byId(creation.id) != null) {
            throw new DuplicateSessionId(creation.id);
        }
        if (table.byName(creation.name) != null) {
            throw new DuplicateSessionName(creation.name);
        }
        if (table.size() >= creation.maxActiveSessions) {
            throw new SessionLimitReached(creation.id, creation.maxActiveSessions);
        }
        Session session = Session.created(
                creation.id, creation.name, table.nextSerial(), creation.createdAt, table.nextVersion());
        table.add(session);
        if (table.activeId() == null) {
            table.activate(session.id());
        }
        return session;
    }

    /** Makes the session of this name, or at this position, the active one. */
    public static Session switchTo(SessionTable table, String nameOrNumber) {
        boolean isNumber = isDigits(nameOrNumber);
        Session target = isNumber ? atNumber(table, nameOrNumber) : table.byName(nameOrNumber);
        if (target == null) {
            throw new SessionNotFound(isNumber ? "number" : "name", nameOrNumber);
        }
        table.activate(target.id());
        return target;
    }

    /** Closes a session; if it was active, the oldest that remains becomes active. */
    public static Session close(SessionTable table, String id) {
        Session closed = find(table, id);
        table.remove(closed);
        if (id.equals(table.activeId())) {
            Session oldest = table.oldest();
            table.activate(oldest == null ? null : oldest.id());
        }
        return closed;
    }

    /** Moves a session to another state, which is never COMPLETED. */
    public static Session updateState(SessionTable table, StateUpdate update) {
        Session session = find(table, update.id);
        if (update.state == SessionState.COMPLETED || !session.state().mayBecome(update.state)) {
            throw new InvalidStateTransition(update.id, session.state(), update.state);
        }
        return replace(table, session, session.withState(update.state, table.nextVersion()));
    }

    /** Records what a session has consumed. */
    public static Session updateStats(SessionTable table, StatsUpdate update) {
        Session session = find(table, update.id);
        return replace(table, session, session.withResourceStats(update.stats, table.nextVersion()));
    }

    /** Appends to a session's output. */
    public static Session append(SessionTable table, Addition addition) {
        Session session = find(table, addition.id);
        SessionOutput output = session.output().append(addition.text, addition.maxOutputBytes);
        return replace(table, session, session.withOutput(output, table.nextVersion()));
    }

    /** Queues a state change, or drops and counts it; returns whether it was queued. */
    public static Boolean post(SessionTable table, Posting posting) {
        if (table.pendingStateChanges() >= posting.maxPendingStateChanges) {
            table.countDropped();
            return false;
        }
        table.enqueue(posting.change);
        return true;
    }

    /** Applies all queued changes in posting order. */
    public static StateChangeReport process(SessionTable table) {
        List<StateChange> drained = table.drain();
        if (drained.isEmpty()) {
            return StateChangeReport.EMPTY;
        }
        List<StateChange> applied = new ArrayList<>(drained.size());
        List<StateChange> skipped = new ArrayList<>();
        List<StateChange> refused = new ArrayList<>();
        for (StateChange change : drained) {
            Session session = table.byId(change.sessionId());
            if (session == null) {
                skipped.add(change);
            } else if (apply(table, session, change)) {
                applied.add(change);
            } else {
                refused.add(change);
            }
        }
        return new StateChangeReport(applied, skipped, refused);
    }

    private static boolean apply(SessionTable table, Session session, StateChange change) {
        if (change instanceof StateChange.Error error) {
            replace(table, session, session.withLastError(error.message(), table.nextVersion()));
            return true;
        }
        SessionState next = stateAfter(change);
        if (!session.state().mayBecome(next)) {
            return false;
        }
        replace(table, session, session.withState(next, table.nextVersion()));
        return true;
    }

    private static SessionState stateAfter(StateChange change) {
        if (change instanceof StateChange.NeedsInput) {
            return SessionState.WAITING_FOR_INPUT;
        }
        return change instanceof StateChange.Processing ? SessionState.PROCESSING : SessionState.COMPLETED;
    }

    private static Session replace(SessionTable table, Session current, Session next) {
        table.replace(current, next);
        return next;
    }

    private static Session find(SessionTable table, String id) {
        Session session = table.byId(id);
        if (session == null) {
            throw new SessionNotFound("id", id);
        }
        return session;
    }

    private static @Nullable Session atNumber(SessionTable table, String digits) {
        try {
            return table.atPosition(Integer.parseInt(digits));
        } catch (NumberFormatException beyondInt) {
            return null;
        }
    }

    private static void requireId(String id) {
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
            throw new InvalidArgument("session id", id, "must have 1 to " + MAX_ID_LENGTH + " characters");
        }
    }

    private static void requireName(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
            throw new InvalidArgument("session name", name, "must have 1 to " + MAX_NAME_LENGTH + " characters");
        }
        if (!name.codePoints().allMatch(SessionRules::mayStandInName)) {
            throw new InvalidArgument("session name", name, "may have letters, digits, '-', '_' and spaces only");
        }
        if (isDigits(name)) {
            throw new InvalidArgument(
                    "session name", name, "must not be digits alone, which switchSession reads as a position");
        }
    }

    private static boolean mayStandInName(int character) {
        return Character.isLetterOrDigit(character) || character == '-' || character == '_' || character == ' ';
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
    }
}
