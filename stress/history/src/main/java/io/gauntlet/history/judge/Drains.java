package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import java.util.Arrays;
import java.util.List;

/**
 * The calls that drained the queue and told what was in it: whether what is queued now can be what one of them found.
 *
 * <p>The next call that drains gets all that is queued. It is one of those that are left; and it began before any of those
 * left had returned, for else that one would be the next. So if nothing begins like the queue among those few, nothing can
 * come of the queue. A call that drained and never returned could have taken anything: where there is one, nothing is
 * ruled out.
 *
 * <p>Each change that it applied gave a version, without a gap, and none that another call was answered with. Until then
 * only calls that were answered with theirs give versions. So its first is the next version that nobody was answered with;
 * and where somebody was told of a value with one of its versions, that tells which session the change was for. (Where a
 * change of a session never returned, this is not certain and not used.)
 */
final class Drains {

    private static final int NOT_ONE = -1;

    private final Timeline timeline;
    private final Values values;
    private final List<StateChangeReport> reports;
    private final boolean anythingGoes;
    private final boolean versionsInDoubt;

    /** The calls by invocation, and by return. */
    private final int[] byInvocation;

    private final int[] byReturn;

    /** Where a call stands in the two. */
    private final int[] invocationRank;

    private final int[] returnRank;

    private final int[] reportOf;
    private final boolean[] done;
    private int firstByInvocation;
    private int firstByReturn;

    /**
     * @param calls the calls that drained something, by number
     * @param reports what each answered
     * @param inDoubt whether there is a call that may have drained and never returned
     * @param versionsInDoubt whether there is one that may have changed a session and never returned
     */
    Drains(
            Timeline timeline,
            Values values,
            int[] calls,
            List<StateChangeReport> reports,
            boolean inDoubt,
            boolean versionsInDoubt) {
        this.timeline = timeline;
        this.values = values;
        this.versionsInDoubt = versionsInDoubt;
        this.reports = reports;
        this.anythingGoes = inDoubt;
        int count = calls.length;
        int size = timeline.invoked.length;
        int[] orderByInvocation = TimeOrder.of(timeline.invoked, calls, count);
        int[] orderByReturn = TimeOrder.of(timeline.returned, calls, count);
        this.byInvocation = orderByInvocation;
        this.byReturn = orderByReturn;
        this.invocationRank = ranks(orderByInvocation, size);
        this.returnRank = ranks(orderByReturn, size);
        this.done = new boolean[size];
        this.reportOf = new int[size];
        for (int i = 0; i < count; i++) {
            reportOf[calls[i]] = i;
        }
    }

    private static int[] ranks(int[] order, int size) {
        int[] ranks = new int[size];
        Arrays.fill(ranks, NOT_ONE);
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /** A call was linearized. */
    void release(int call) {
        done[call] = true;
    }

    /** It was not. */
    void restore(int call) {
        done[call] = false;
        if (invocationRank[call] != NOT_ONE) {
            firstByInvocation = Math.min(firstByInvocation, invocationRank[call]);
            firstByReturn = Math.min(firstByReturn, returnRank[call]);
        }
    }

    /** Returns whether something can come of the queue. */
    boolean mayBeDrained(StateChange[] queue, int head, int tail, long lastVersion) {
        while (firstByReturn < byReturn.length && done[byReturn[firstByReturn]]) {
            firstByReturn++;
        }
        if (head == tail || anythingGoes || firstByReturn == byReturn.length) {
            return true;
        }
        while (done[byInvocation[firstByInvocation]]) {
            firstByInvocation++;
        }
        long bound = timeline.returned[byReturn[firstByReturn]];
        for (int i = firstByInvocation; i < byInvocation.length; i++) {
            int call = byInvocation[i];
            if (timeline.invoked[call] > bound) {
                return false;
            }
            StateChangeReport report = reports.get(reportOf[call]);
            if (!done[call] && beginsLike(report, queue, head, tail) && fits(report, lastVersion)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether what it applied can have given the next versions that nobody was answered with. */
    private boolean fits(StateChangeReport report, long lastVersion) {
        if (versionsInDoubt || report.applied().isEmpty()) {
            return true;
        }
        long version = values.nextUngiven(lastVersion);
        for (StateChange change : report.applied()) {
            Session told = values.told(version);
            if (values.giver(version) != Values.NONE || (told != null && !mayComeOf(change, told))) {
                return false;
            }
            version++;
        }
        return true;
    }

    /** Returns whether a session may be this value just after the change. */
    static boolean mayComeOf(StateChange change, Session value) {
        if (!value.id().equals(change.sessionId())) {
            return false;
        } else if (change instanceof StateChange.Error error) {
            return error.message().equals(value.lastError());
        } else if (change instanceof StateChange.NeedsInput) {
            return value.state() == SessionState.WAITING_FOR_INPUT;
        }
        return value.state()
                == (change instanceof StateChange.Processing ? SessionState.PROCESSING : SessionState.COMPLETED);
    }

    /**
     * Returns whether the queue is how the report's three lists, merged, may begin. Where a change could come from two of
     * them the answer is yes without looking further.
     */
    private static boolean beginsLike(StateChangeReport report, StateChange[] queue, int head, int tail) {
        int applied = 0;
        int skipped = 0;
        int refused = 0;
        for (int i = head; i < tail; i++) {
            boolean inApplied = isNext(report.applied(), applied, queue[i]);
            boolean inSkipped = isNext(report.skipped(), skipped, queue[i]);
            boolean inRefused = isNext(report.refused(), refused, queue[i]);
            int from = (inApplied ? 1 : 0) + (inSkipped ? 1 : 0) + (inRefused ? 1 : 0);
            if (from != 1) {
                return from > 1;
            }
            applied += inApplied ? 1 : 0;
            skipped += inSkipped ? 1 : 0;
            refused += inRefused ? 1 : 0;
        }
        return true;
    }

    private static boolean isNext(List<StateChange> list, int position, StateChange change) {
        return position < list.size() && list.get(position).equals(change);
    }
}
