package io.gauntlet.history.judge;

import io.gauntlet.coordinator.GuardedCoordinator;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.guard.Unguarded;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Confirms that an order explains a history, and shares nothing with the search that found it: it plays the calls in that
 * order to the reference (the hash table without a guard, filled with the state in which the history began) and compares
 * every answer; it looks at every pair of calls that the clock or the caller puts in order.
 */
public final class Replayer {

    private Replayer() {}

    /**
     * Returns why the order does not explain the history; empty if it does.
     *
     * @param order positions in {@link History#calls}
     */
    public static Optional<String> objection(History history, int[] order) {
        return membership(history.calls(), order)
                .or(() -> realTime(history.calls(), order))
                .or(() -> callers(history.calls(), order))
                .or(() -> answers(history, order));
    }

    /** Every call is there once; one that did not return may be missing. */
    private static Optional<String> membership(List<Call> calls, int[] order) {
        boolean[] present = new boolean[calls.size()];
        for (int call : order) {
            if (present[call]) {
                return Optional.of("twice in the order: " + calls.get(call));
            }
            present[call] = true;
        }
        for (int call = 0; call < present.length; call++) {
            if (!present[call] && !calls.get(call).isPending()) {
                return Optional.of("missing from the order: " + calls.get(call));
            }
        }
        return Optional.empty();
    }

    /** From the end to the beginning: a call may not have begun after the earliest return of those that come behind it. */
    private static Optional<String> realTime(List<Call> calls, int[] order) {
        long earliestReturn = Call.NEVER;
        for (int i = order.length - 1; i >= 0; i--) {
            Call call = calls.get(order[i]);
            if (earliestReturn < call.invokedNanos()) {
                return Optional.of("a call that returned at " + earliestReturn + " ns comes after " + call);
            }
            earliestReturn = Math.min(earliestReturn, call.returnedNanos());
        }
        return Optional.empty();
    }

    /** The calls of one caller come in the order in which the history has them. */
    private static Optional<String> callers(List<Call> calls, int[] order) {
        int mostCaller = 0;
        for (Call call : calls) {
            mostCaller = Math.max(mostCaller, call.caller());
        }
        int[] last = new int[1 + mostCaller];
        for (int call : order) {
            int caller = calls.get(call).caller();
            if (last[caller] > call) {
                return Optional.of("the caller made this call before the one that precedes it: " + calls.get(call));
            }
            last[caller] = call;
        }
        return Optional.empty();
    }

    private static Optional<String> answers(History history, int[] order) {
        Outside outside = new Outside(history);
        SessionCoordinator reference = new GuardedCoordinator<>(
                history.limits().config(outside, outside),
                new Unguarded<>(history.start().table()));
        for (int position : order) {
            Call call = history.calls().get(position);
            Outcome given = outside.perform(call, reference);
            if (!agree(call.outcome(), given)) {
                return Optional.of("the reference answers " + given + " to " + call);
            }
        }
        return Optional.empty();
    }

    private static boolean agree(@Nullable Outcome recorded, Outcome given) {
        if (recorded instanceof Outcome.Refused before && given instanceof Outcome.Refused now) {
            return before.cause() == now.cause();
        }
        return recorded == null || recorded.equals(given);
    }
}
