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

    Timeline(List<Call> calls) {
        int count = calls.size();
        invoked = new long[count];
        returned = new long[count];
        before = new int[count];
        after = new int[count];
        Arrays.fill(before, NONE);
        Arrays.fill(after, NONE);
        int[] completed = new int[count];
        int completedCount = 0;
        int[] last = new int[1 + calls.stream().mapToInt(Call::caller).max().orElse(0)];
        Arrays.fill(last, NONE);
        for (int i = 0; i < count; i++) {
            Call call = calls.get(i);
            invoked[i] = call.invokedNanos();
            returned[i] = call.returnedNanos();
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

    private static int[] ranks(int[] order, int count) {
        int[] ranks = new int[count];
        Arrays.fill(ranks, Integer.MAX_VALUE);
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }
}
