package io.gauntlet.history.judge;

import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a history, up to a return: what had returned by then; what was still running, as calls that never
 * returned; and nothing of what came later. Every beginning of a linearizable history is linearizable.
 */
final class Beginning {

    private Beginning() {}

    /**
     * Returns the beginning that ends with a return.
     *
     * @param byReturn the calls that returned, in the order in which they did
     * @param returns how many of them have returned in it
     */
    static History of(History history, int[] byReturn, int returns) {
        if (returns == byReturn.length) {
            return history;
        }
        boolean[] over = new boolean[history.calls().size()];
        for (int i = 0; i < returns; i++) {
            over[byReturn[i]] = true;
        }
        long end = returns == 0
                ? Long.MIN_VALUE
                : history.calls().get(byReturn[returns - 1]).returnedNanos();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < over.length; i++) {
            Call call = history.calls().get(i);
            if (over[i]) {
                calls.add(call);
            } else if (call.invokedNanos() <= end && !isBehindRunning(calls, call)) {
                calls.add(Call.pending(call.caller(), call.operation(), call.invokedNanos()));
            }
        }
        return history.withCalls(calls);
    }

    /** In one nanosecond a caller's call may have ended and its next begun: only the first is still running then. */
    private static boolean isBehindRunning(List<Call> calls, Call call) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).caller() == call.caller()) {
                return calls.get(i).isPending();
            }
        }
        return false;
    }
}
