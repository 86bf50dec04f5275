package io.gauntlet.history.judge;

import io.gauntlet.history.judge.Observation.Watch;
import java.util.Arrays;

/**
 * Which calls are linearized, which may be next, and in which lists the others wait: the half of a configuration that is no
 * table. Every step can be taken back.
 *
 * <p><b>Enabled</b> is a call that began before the first return of a call that is not linearized, and whose caller has no
 * earlier call left. Calls are sorted by return, so that first return is that of {@link #frontier}, and by invocation, so
 * that the enabled calls are those up to a mark. Both marks only move forward, and back when a step is taken back: O(1) a
 * call, however many callers there are.
 */
final class Progress {

    private static final int LINKED = 0;
    private static final int LINEARIZED = 1;
    private static final int LINEARIZED_UNLINKED = 2;

    private final Script script;
    private final Timeline timeline;
    private final ReversibleTable table;
    private final WaitingLists lists;

    private final boolean[] linearized;
    private final int[] path;
    private int length;
    private int frontier;
    private int enabled;
    private long setHash;

    private int[] trail = new int[1024];
    private int trailLength;

    Progress(Script script, ReversibleTable table) {
        this.script = script;
        this.timeline = script.timeline;
        this.table = table;
        this.lists = new WaitingLists(script.size(), script.groupCount());
        this.linearized = new boolean[script.size()];
        this.path = new int[script.size()];
    }

    /** Returns how many of the calls that returned, in order of return, are linearized without a gap. */
    int frontier() {
        return frontier;
    }

    boolean isComplete() {
        return frontier == timeline.byReturn.length;
    }

    int length() {
        return length;
    }

    int path(int position) {
        return path[position];
    }

    /** Returns a hash of the set of linearized calls. */
    long setHash() {
        return setHash;
    }

    WaitingLists lists() {
        return lists;
    }

    boolean isLinearized(int call) {
        return linearized[call];
    }

    boolean isEnabled(int call) {
        return timeline.invocationRank[call] < enabled && !linearized[call] && !hasCallBefore(call);
    }

    private boolean hasCallBefore(int call) {
        int before = timeline.before[call];
        return before != Timeline.NONE && !linearized[before];
    }

    int trailLength() {
        return trailLength;
    }

    int enabledCount() {
        return enabled;
    }

    // --- forward

    /** Linearizes a call that changes something; the table has not changed yet. */
    void linearize(int call) {
        script.release(call);
        linearized[call] = true;
        setHash += Hash.of(call);
        path[length++] = call;
        if (script.versioned[call]) {
            log(LINEARIZED_UNLINKED, call);
        } else {
            lists.unlink(call);
            log(LINEARIZED, call);
        }
    }

    /** Linearizes every enabled call that only tells, and tells what the table now says; asks those whom the step concerns. */
    void settle(int lastLinearized) {
        int changes = table.changes();
        for (int i = 0; i < table.touchedCount(); i++) {
            ask(Script.group(table.touched(i)));
        }
        if ((changes & ReversibleTable.STRUCTURE) != 0) {
            ask(Watch.STRUCTURE.list);
        }
        if ((changes & ReversibleTable.SESSIONS) != 0) {
            ask(Watch.LIST.list);
        }
        if ((changes & ReversibleTable.WAITING) != 0) {
            ask(Watch.WAITING.list);
        }
        if ((changes & ReversibleTable.ACTIVE) != 0) {
            ask(Watch.ACTIVE.list);
        }
        if ((changes & ReversibleTable.QUEUE) != 0) {
            ask(Watch.QUEUE.list);
        }
        if ((changes & ReversibleTable.DROPPED) != 0) {
            ask(Watch.DROPPED.list);
        }
        ask(Watch.SNAPSHOT.list);
        followCaller(lastLinearized);
        advance();
    }

    /** Moves the two marks as far as they go. */
    void advance() {
        int[] byReturn = timeline.byReturn;
        int[] byInvocation = timeline.byInvocation;
        while (true) {
            while (frontier < byReturn.length && linearized[byReturn[frontier]]) {
                frontier++;
            }
            long bound = frontier < byReturn.length ? timeline.returned[byReturn[frontier]] : Long.MAX_VALUE;
            if (enabled == byInvocation.length || timeline.invoked[byInvocation[enabled]] > bound) {
                return;
            }
            int call = byInvocation[enabled++];
            if (!hasCallBefore(call)) {
                enable(call);
            }
        }
    }

    /** A caller's next call may have begun in the nanosecond in which this one ended, and waits for it. */
    private void followCaller(int call) {
        int after = call == Timeline.NONE ? Timeline.NONE : timeline.after[call];
        if (after != Timeline.NONE && timeline.invocationRank[after] < enabled) {
            enable(after);
        }
    }

    private void enable(int call) {
        Observation observation = script.observations[call];
        if (observation != null && observation.holds(table)) {
            observe(call);
            log(LINEARIZED_UNLINKED, call);
            followCaller(call);
        } else if (observation != null || (script.effects[call] != null && !script.versioned[call])) {
            lists.append(script.groups[call], call);
            log(LINKED, call);
        }
    }

    private void ask(int list) {
        int call = lists.first(list);
        while (!lists.isEnd(call)) {
            int next = lists.next(call);
            Observation observation = script.observations[call];
            if (observation != null && observation.holds(table)) {
                lists.unlink(call);
                observe(call);
                log(LINEARIZED, call);
                followCaller(call);
            }
            call = next;
        }
    }

    private void observe(int call) {
        script.release(call);
        linearized[call] = true;
        setHash += Hash.of(call);
        path[length++] = call;
    }

    // --- back

    /** Takes everything back to an earlier point, described by what the methods of the same names returned there. */
    void undo(int earlierTrailLength, int earlierFrontier, int earlierEnabled) {
        while (trailLength > earlierTrailLength) {
            int entry = trail[--trailLength];
            int call = entry >> 2;
            int kind = entry & 3;
            if (kind == LINKED) {
                lists.unlink(call);
                continue;
            }
            if (kind == LINEARIZED) {
                lists.relink(call);
            }
            linearized[call] = false;
            setHash -= Hash.of(call);
            length--;
            script.restore(call);
        }
        frontier = earlierFrontier;
        enabled = earlierEnabled;
    }

    private void log(int kind, int call) {
        if (trailLength == trail.length) {
            trail = Arrays.copyOf(trail, trailLength * 2);
        }
        trail[trailLength++] = call << 2 | kind;
    }
}
