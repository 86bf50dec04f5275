package io.gauntlet.coordinator.rules;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.StateChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coupled fields of a coordinator, and nothing that keeps them consistent under concurrency: for one thread at a time.
 *
 * <p>A table keeps its indexes (by id, by name, in creation order, waiting) and its totals in step with one another; it
 * knows no rule of {@link SessionRules}.
 */
public interface SessionTable {

    /** Returns the id of the active session, or null. O(1), allocates nothing. */
    @Nullable
    String activeId();

    /** Returns the session with this id, or null. O(1) expected, allocates nothing. */
    @Nullable
    Session byId(String id);

    /** Returns the session with this name, or null. O(1) expected, allocates nothing. */
    @Nullable
    Session byName(String name);

    /** Returns the session at this position in creation order, counted from 1, or null. O(n). */
    @Nullable
    Session atPosition(int position);

    /** Returns the session created first, or null. */
    @Nullable
    Session oldest();

    /** Returns how many sessions there are. */
    int size();

    /** Returns all sessions in creation order, as a list that later changes do not touch. */
    List<Session> sessions();

    /** Returns the sessions that wait for input in creation order, as a list that later changes do not touch. */
    List<Session> waiting();

    /** Returns everything at once. */
    CoordinatorSnapshot snapshot();

    /** Returns how many state changes are queued. */
    int pendingStateChanges();

    /** Returns how many state changes were dropped; an object, so that a read need not box it. */
    Long droppedStateChanges();

    /** Returns 1 + the number returned before, or 1. */
    long nextSerial();

    /** Returns 1 + the number returned before, or 1. */
    long nextVersion();

    /** Adds a session whose id, name and serial are in nobody's use. */
    void add(Session session);

    /** Puts {@code next} in the place of {@code current}: the same id, name and serial. */
    void replace(Session current, Session next);

    /** Removes a session; the active id stays as it is. */
    void remove(Session session);

    /** Sets the active id. */
    void activate(@Nullable String id);

    /** Adds a state change to the end of the queue. */
    void enqueue(StateChange change);

    /** Empties the queue and returns what was in it, the oldest first. */
    List<StateChange> drain();

    /** Counts one dropped state change. */
    void countDropped();
}
