package io.gauntlet.history;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.rules.HashSessionTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a coordinator held when a history began, the counters included from which it numbers sessions and versions.
 *
 * @param sessions the open sessions in creation order
 * @param activeSessionId the active session's id; null exactly when there are no sessions
 * @param pending the posted changes that wait, the oldest first
 * @param droppedStateChanges how many posted changes were dropped so far
 * @param lastSerial the serial of the session created last, open or closed; 0 if there was none
 * @param lastVersion the version given last; 0 if there was none
 */
public record StartState(
        List<Session> sessions,
        @Nullable String activeSessionId,
        List<StateChange> pending,
        long droppedStateChanges,
        long lastSerial,
        long lastVersion) {

    /** A new coordinator. */
    public static final StartState EMPTY = new StartState(List.of(), null, List.of(), 0, 0, 0);

    /** @throws IllegalArgumentException if the counters are negative or behind the sessions, or the active id
     *     names none of them */
    public StartState {
        sessions = List.copyOf(sessions);
        pending = List.copyOf(pending);
        if (droppedStateChanges < 0 || lastSerial < 0 || lastVersion < 0) {
            throw new IllegalArgumentException(droppedStateChanges + " dropped changes, last serial " + lastSerial
                    + ", last version " + lastVersion + ": none may be negative");
        }
        long previous = 0;
        boolean activeIsOpen = activeSessionId == null && sessions.isEmpty();
        for (Session session : sessions) {
            require(session.serial() > previous, session, "comes after serial " + previous);
            require(session.serial() <= lastSerial, session, "is beyond the last serial " + lastSerial);
            require(session.version() <= lastVersion, session, "is beyond the last version " + lastVersion);
            previous = session.serial();
            activeIsOpen |= session.id().equals(activeSessionId);
        }
        if (!activeIsOpen) {
            throw new IllegalArgumentException("the active id '" + activeSessionId + "' must name one of the "
                    + sessions.size() + " open sessions, or be null where there are none");
        }
    }

    private static void require(boolean holds, Session session, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("session '" + session.id() + "' with serial " + session.serial()
                    + " and version " + session.version() + " " + fault);
        }
    }

    /**
     * Returns what a coordinator held when {@code history} was over, where nothing of it is in doubt: every call returned,
     * and the queue of posted changes is empty.
     *
     * <p>The counters are not observable, but follow from the answers: whatever the order was, each new session took one
     * serial, and each change that was answered or applied one version. The snapshot should itself be the last call of the
     * history: else nothing ties the end of one window to the beginning of the next.
     *
     * @param snapshot taken when all callers stood still
     * @throws IllegalArgumentException if something is in doubt
     */
    public static StartState after(History history, CoordinatorSnapshot snapshot) {
        if (snapshot.pendingStateChanges() != 0) {
            throw new IllegalArgumentException(snapshot.pendingStateChanges()
                    + " posted changes wait: process them first, for a snapshot does not tell which they are");
        }
        StartState start = history.start();
        Advance advance = Advance.of(history);
        return new StartState(
                snapshot.sessions(),
                snapshot.activeSessionId(),
                List.of(),
                snapshot.droppedStateChanges(),
                start.lastSerial + advance.serials(),
                start.lastVersion + advance.versions());
    }

    /** Returns a new table that holds this state: O(sessions and pending changes), however large the counters are. */
    public HashSessionTable table() {
        HashSessionTable table = new HashSessionTable(lastSerial, lastVersion, droppedStateChanges);
        sessions.forEach(table::add);
        table.activate(activeSessionId);
        pending.forEach(table::enqueue);
        return table;
    }
}
