package io.gauntlet.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the callers of one coordinator asked and were told, from one known state on.
 *
 * <p>Time is no part of what is promised about answers: {@link io.gauntlet.coordinator.contract.Session#createdAt} is
 * whatever the coordinator's clock said, and a clock may step. So the instant at which a session was created is taken from
 * the history itself (from the answer of the call that created it), and every later answer must agree with that. A recorded
 * run may use any clock. In the same way a {@link
 * io.gauntlet.coordinator.contract.CoordinatorException.SaveFailed} is the store's affair, and possible whenever the
 * session is open.
 *
 * @param start what the coordinator held before the first call
 * @param limits what it was configured with
 * @param calls all calls, those of one caller in the order in which it made them; between callers any order
 */
public record History(StartState start, Limits limits, List<Call> calls) {

    /** @throws IllegalArgumentException if a caller began a call before its last one returned */
    public History {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(limits, "limits");
        calls = List.copyOf(calls);
        Map<Integer, Call> last = new HashMap<>();
        for (Call call : calls) {
            Call before = last.put(call.caller(), call);
            if (before != null && before.returnedNanos() > call.invokedNanos()) {
                throw new IllegalArgumentException("caller " + call.caller() + " began " + call.operation() + " at "
                        + call.invokedNanos() + " ns, before its " + before.operation() + " had returned at "
                        + (before.isPending() ? "all" : before.returnedNanos() + " ns"));
            }
        }
    }

    /** Returns a history with these calls instead. */
    public History withCalls(List<Call> value) {
        return new History(start, limits, value);
    }
}
