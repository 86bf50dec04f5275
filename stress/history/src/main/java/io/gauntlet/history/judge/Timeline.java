package io.gauntlet.history.judge;

import io.gauntlet.history.Call;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Who must come before whom: the calls of a history by number, in order of invocation and of return. */
final class Timeline {

    static final int NONE = -1;

    final long[] invoked;
    final long[] returned;

    /** All calls in the order in which they began. */
    final int[] byInvocation;

    /** The calls that returned, in the order in which they did. */
    final int[] byReturn;

    /** Where each call stands in {@link #byInvocation}. */
    final int[] invocationRank;

    /** Where each call stands in {@link #byReturn}; behind all for one that never returned. */
    final int[] returnRank;

    /** The call that the same caller made before; or {@link #NONE}. */
    final int[] before;

    /** The call that the same caller made next; or {@link #NONE}. */
    final int[] after;

    /** Takes the times from the calls. */
    Timeline(List<Call> calls) {
        this(
                calls,
                calls.stream().mapToLong(Call::invokedNanos).toArray(),
                calls.stream().mapToLong(Call::returnedNanos).toArray());
    }

    /** Takes the times from two arrays; which calls returned, and who made them, from the calls. */
    Timeline(List<Call> calls, long[] invoked, long[] returned) {
        this.invoked = invoked;
        this.returned = returned;
        int count = calls.size();
        before = new int[count];
        after = new int[count];
        Arrays.fill(before, NONE);
        Arrays.fill(after, NONE);
        int[] completed = new int[count];
        int completedCount = 0;
        int[] last = new int[1 + mostCaller(calls)];
        Arrays.fill(last, NONE);
        for (int i = 0; i < count; i++) {
            Call call = calls.get(i);
            if (!call.isPending()) {
                completed[completedCount++] = i;
            }
            before[i] = last[call.caller()];
            if (before[i] != NONE) {
                after[before[i]] = i;
            }
            last[call.caller()] = i;
        }
        byInvocation = TimeOrder.of(invoked, IntStream.range(0, count).toArray(), count);
        byReturn = TimeOrder.of(returned, completed, completedCount);
        invocationRank = ranks(byInvocation, count);
        returnRank = ranks(byReturn, count);
    }

    private static int mostCaller(List<Call> calls) {
        int most = 0;
        for (Call call : calls) {
            most = Math.max(most, call.caller());
        }
        return most;
    }

    private static int[] ranks(int[] order, int count) {
        int[] ranks = new int[count];
        Arrays.fill(ranks, Integer.MAX_VALUE);
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }
}
