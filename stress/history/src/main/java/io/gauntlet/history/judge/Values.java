package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.history.StartState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a history says about each version: the session value that somebody was told, the call that was answered with it, and
 * how many calls that are not linearized yet were told of it.
 *
 * <p>A coordinator gives each version once. So a version names one value, and where two answers disagree about it no order
 * explains both. And once the value is replaced or its session closed it never comes back: whoever was told of it must be
 * linearized before.
 */
final class Values {

    /** No call. */
    static final int NONE = -1;

    /** No value: nobody can have been told of it. */
    static final int IMPOSSIBLE = -1;

    private final long base;
    private final int newest;
    private final Map<Long, Integer> atStart = new HashMap<>();
    private final @Nullable Session[] told;
    private final int[] givenBy;
    private final int[] awaited;
    private final int[] nextUngiven;

    /** @param newest how many versions the history can give at most */
    Values(StartState start, int newest) {
        this.base = start.lastVersion();
        this.newest = newest;
        int size = newest + 1 + start.sessions().size();
        this.told = new Session[size];
        this.givenBy = new int[size];
        this.awaited = new int[size];
        this.nextUngiven = new int[newest + 1];
        Arrays.fill(givenBy, NONE);
        int index = newest + 1;
        for (Session session : start.sessions()) {
            atStart.put(session.version(), index);
            told[index] = session;
            index++;
        }
    }

    /** Returns the number under which the arrays keep a version, or {@link #IMPOSSIBLE}. */
    int index(long version) {
        if (version > base) {
            return version - base <= newest ? (int) (version - base) : IMPOSSIBLE;
        }
        Integer index = atStart.get(version);
        return index == null ? IMPOSSIBLE : index;
    }

    /** Notes that somebody was told of the value; returns its index, or {@link #IMPOSSIBLE} if others were told otherwise. */
    @SuppressWarnings("ReferenceEquality") // a record looks at all its parts even if it is the same
    int tell(Session session) {
        int index = index(session.version());
        if (index == IMPOSSIBLE) {
            return IMPOSSIBLE;
        }
        Session before = told[index];
        if (before == null) {
            told[index] = session;
        } else if (before != session && !before.equals(session)) {
            return IMPOSSIBLE;
        }
        return index;
    }

    /** Notes that a call was answered with the version that it gave; returns whether it is the first. */
    boolean give(int index, int call) {
        if (givenBy[index] != NONE) {
            return false;
        }
        givenBy[index] = call;
        return true;
    }

    /** Returns the call that was answered with the version, or {@link #NONE}. */
    int giver(long version) {
        int index = index(version);
        return index == IMPOSSIBLE ? NONE : givenBy[index];
    }

    /** Returns the call that was answered with the version of this number, or {@link #NONE}. */
    int givenBy(int index) {
        return givenBy[index];
    }

    /** Returns the number of the newest version that the history can give; those of the start come behind it. */
    int newest() {
        return newest;
    }

    /** Finds out which versions no call was answered with that it gave; to be called once all calls are known. */
    void close() {
        int next = newest + 1;
        for (int index = newest; index >= 0; index--) {
            nextUngiven[index] = next;
            next = givenBy[index] == NONE ? index : next;
        }
    }

    /** Returns the first version after this one that no call was answered with that it gave. */
    long nextUngiven(long version) {
        return base + nextUngiven[(int) (version - base)];
    }

    /** Returns the value that somebody was told of, or null. */
    @Nullable
    Session told(long version) {
        int index = index(version);
        return index == IMPOSSIBLE ? null : told[index];
    }

    /** Returns a hash of a value: of its version alone where somebody was told of it. */
    long hash(Session session) {
        return told(session.version()) == null ? Hash.of(session) : hash(index(session.version()));
    }

    static long hash(int index) {
        return Hash.of(index);
    }

    void await(int index) {
        awaited[index]++;
    }

    void release(int index) {
        awaited[index]--;
    }

    /** Returns whether a call that is not linearized yet was told of the value. */
    boolean isAwaited(long version) {
        int index = index(version);
        return index != IMPOSSIBLE && awaited[index] > 0;
    }

    /** Returns every value that somebody was told of; null where nobody was. */
    @Nullable
    Session[] all() {
        return told;
    }
}
