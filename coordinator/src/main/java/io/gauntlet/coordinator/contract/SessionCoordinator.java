package io.gauntlet.coordinator.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coordinates chat sessions for any number of callers: which sessions are open, which one is active, and what is posted
 * about them.
 *
 * <p>These hold at every instant that a caller can observe:
 *
 * <ul>
 *   <li>the active id is none exactly when no session is open; otherwise it names an open session;
 *   <li>ids are unique, names are unique, and at most {@link CoordinatorConfig#maxActiveSessions} sessions are open;
 *   <li>lists are in creation order.
 * </ul>
 *
 * <p><b>Atomicity.</b> Every operation is linearizable (Herlihy and Wing, 1990): it takes effect at one instant between
 * call and return. {@link #saveSession} is the one exception: the copy it saves is taken at one instant, the writing
 * follows outside every guard. An operation that throws a {@link CoordinatorException} has changed nothing.
 *
 * <p><b>Cost.</b> <i>n</i> is the number of open sessions, <i>w</i> of those that wait for input. What a table adds to a
 * copy or a lookup is in its own documentation; how long a caller waits for others is in its guard's.
 *
 * <p>Arguments and results are never null unless marked so. A null argument is a {@link NullPointerException} that names
 * it.
 */
public interface SessionCoordinator {

    /**
     * Opens a session in state {@link SessionState#ACTIVE}; the first one open becomes the active one. O(log n).
     *
     * @return the new session
     * @throws CoordinatorException.InvalidArgument if the id is not 1 to 128 characters, or the name not 1 to 64 letters,
     *     digits, {@code -}, {@code _} or spaces, or digits alone (those are numbers to {@link #switchSession})
     * @throws CoordinatorException.DuplicateSessionId if an open session has the id
     * @throws CoordinatorException.DuplicateSessionName if an open session has the name
     * @throws CoordinatorException.SessionLimitReached if as many sessions are open as the configuration allows
     */
    Session createSession(String id, String name);

    /**
     * Makes a session the active one. O(1) by name, O(n) by number.
     *
     * @param nameOrNumber the session's name, or its position in {@link #listSessions} counted from 1
     * @return the session that is now active
     * @throws CoordinatorException.SessionNotFound if no open session has that name or number
     */
    Session switchSession(String nameOrNumber);

    /**
     * Closes a session. If it was the active one, the oldest remaining session becomes active, or none. O(log n).
     *
     * @return the session as it was last
     * @throws CoordinatorException.SessionNotFound if no open session has the id
     */
    Session closeSession(String id);

    /** Returns the id of the active session, or null exactly when no session is open. O(1), allocates nothing. */
    @Nullable
    String activeSessionId();

    /** Returns the open session with this id, or null if there is none. O(1) expected, allocates nothing. */
    @Nullable
    Session getSession(String id);

    /** Returns all open sessions in creation order, as an unmodifiable list that later changes do not touch. O(n) or better. */
    List<Session> listSessions();

    /**
     * Returns the open sessions in state {@link SessionState#WAITING_FOR_INPUT} in creation order, as an unmodifiable list
     * that later changes do not touch. O(w): sessions that do not wait cost nothing.
     */
    List<Session> getWaitingSessions();

    /**
     * Moves a session to another state, as far as {@link SessionState} allows. O(log n).
     *
     * @return the session in its new state
     * @throws CoordinatorException.SessionNotFound if no open session has the id
     * @throws CoordinatorException.InvalidStateTransition if its state may not become {@code state}, and always for {@link
     *     SessionState#COMPLETED}
     */
    Session updateSessionState(String id, SessionState state);

    /**
     * Applies all posted changes in posting order, as one step: nobody sees some of them applied and others not. A change
     * that is not allowed, or whose session is gone, does not stop the others. O(c log n) for c changes.
     */
    StateChangeReport processStateChanges();

    /**
     * Keeps a copy of the session in the configured {@link SessionStore}. The copy is taken at one instant; then it is
     * written, while other callers go on. Of two racing saves of one session the newer copy remains.
     *
     * @return the copy that was handed to the store
     * @throws CoordinatorException.SessionNotFound if no open session has the id
     * @throws CoordinatorException.SaveFailed if the store threw; what it kept before is still there
     */
    Session saveSession(String id);

    /**
     * Records what a session has consumed. O(log n).
     *
     * @return the session with its new statistics
     * @throws CoordinatorException.SessionNotFound if no open session has the id
     */
    Session updateResourceStats(String id, ResourceStats stats);

    /** Returns all sessions, the active id and the totals as they were at one instant. O(n) or better. */
    CoordinatorSnapshot snapshot();

    /**
     * Queues a change for {@link #processStateChanges}. Never waits for room: where {@link
     * CoordinatorConfig#maxPendingStateChanges} changes wait already, the change is dropped and counted. O(1).
     *
     * @return whether it was queued
     */
    boolean postStateChange(StateChange change);

    /** Returns how many posted changes were dropped since the coordinator was made. O(1), allocates nothing. */
    long droppedStateChanges();

    /**
     * Appends text to a session's output and evicts the oldest chunks beyond {@link CoordinatorConfig#maxOutputBytes}.
     * O(log n + bytes of the text), amortized.
     *
     * @return the session with its new output
     * @throws CoordinatorException.SessionNotFound if no open session has the id
     */
    Session appendOutput(String id, String text);
}
