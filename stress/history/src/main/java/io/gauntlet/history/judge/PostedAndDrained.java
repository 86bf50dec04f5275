package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.history.StartState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Narrows the spans of the calls that posted a change, and of those that drained it: nobody drains what was not posted.
 *
 * <p>The queue is first in, first out. So of equal changes the first that was posted is the first that was drained, the
 * second the second, ... Whichever the order is, the n-th posted was not posted before the n-th of the invocations of those
 * that posted one, and the n-th drained was drained not later than the n-th of the returns of those that drained one. A call
 * that posted one is at most the n-th where n began before it had returned; a call that drained one drained at least the
 * n-th where all but one of n had returned before it began. Calls that never returned may have posted or drained more:
 * those that may have posted are counted, and more drained makes the n-th the sooner.
 */
final class PostedAndDrained {

    /** Numbers of calls that posted, or that drained, changes that are equal. */
    private static final class Calls {
        private int[] numbers = new int[4];
        private int count;

        void add(int call) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = call;
        }

        /** Returns the times of all, sorted; a call that is none has the least. */
        long[] sorted(long[] times) {
            long[] sorted = new long[count];
            for (int i = 0; i < count; i++) {
                sorted[i] = numbers[i] == Timeline.NONE ? Long.MIN_VALUE : times[numbers[i]];
            }
            Arrays.sort(sorted);
            return sorted;
        }
    }

    private final Map<StateChange, Calls> posted = new HashMap<>();
    private final Map<StateChange, Calls> drained = new HashMap<>();

    PostedAndDrained(Script script, StartState start) {
        start.pending().forEach(change -> note(posted, change, Timeline.NONE));
        for (int call = 0; call < script.size(); call++) {
            if (script.effects[call] instanceof Effect.Post post && !Boolean.FALSE.equals(post.queued())) {
                note(posted, post.posting().change(), call);
            } else if (script.effects[call] instanceof Effect.Process process) {
                StateChangeReport report = process.report();
                if (report != null) {
                    note(report.applied(), call);
                    note(report.skipped(), call);
                    note(report.refused(), call);
                }
            }
        }
    }

    private void note(List<StateChange> changes, int call) {
        for (StateChange change : changes) {
            note(drained, change, call);
        }
    }

    private static void note(Map<StateChange, Calls> calls, StateChange change, int call) {
        calls.computeIfAbsent(change, one -> new Calls()).add(call);
    }

    /** Narrows the spans between two times for each call. */
    void narrow(long[] invoked, long[] returned) {
        drained.forEach((change, drains) -> {
            Calls posts = posted.getOrDefault(change, new Calls());
            long[] postBegins = posts.sorted(invoked);
            long[] drainEnds = drains.sorted(returned);
            for (int i = 0; i < posts.count; i++) {
                int post = posts.numbers[i];
                int most = post == Timeline.NONE ? drainEnds.length + 1 : notAfter(postBegins, returned[post]);
                if (most <= drainEnds.length) {
                    returned[post] = Math.min(returned[post], drainEnds[most - 1]);
                }
            }
            for (int i = 0; i < drains.count; i++) {
                int drain = drains.numbers[i];
                int before = before(drainEnds, invoked[drain]);
                if (before < postBegins.length) {
                    invoked[drain] = Math.max(invoked[drain], postBegins[before]);
                }
            }
        });
    }

    /** Returns how many of the times are not after this one. */
    private static int notAfter(long[] times, long time) {
        return time == Long.MAX_VALUE ? times.length : before(times, time + 1);
    }

    /** Returns how many of the times are before this one. */
    private static int before(long[] times, long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
