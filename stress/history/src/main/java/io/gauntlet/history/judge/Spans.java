package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.history.Call;
import io.gauntlet.history.StartState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each call can have taken effect: the span from its invocation to its return, made narrower by what the answers tell.
 *
 * <p>Versions are given in their order. So whoever was told of a version took effect after it was given, and before the next
 * version of the same session that anybody was told of, and before the closing that was told of the same version. These are
 * precedences that every order which explains the history keeps: one call before another. And where one comes before
 * another, it takes effect before that one's return, and that one after its invocation. So a narrower span excludes no order
 * that explains the history; but a call that returned late, because its thread had lost the processor, becomes due when its
 * effect is, not when its return is.
 *
 * <p>A version is given not later than any return of a call that was told of it or of a later one, and not before the
 * invocation of whoever gave it or an earlier one, or was told of a value that it replaced. One pass over the versions in
 * each direction finds these two times.
 *
 * <p>Whoever drained changes and applied some gave as many versions, one after the other, that no call was answered with.
 * Where that run of versions begins is not told; but only those come into question whose values, as far as somebody was told
 * of them, are what the changes make, and that can have been given in that call's span. The first and the last of them bound
 * it; if there is but one, the call is known to have given it, and bounds the versions in its turn. Equal changes leave the
 * queue in the order in which they came: {@link PostedAndDrained}.
 */
final class Spans {

    final long[] invoked;
    final long[] returned;

    private final Script script;
    private final Values values;

    /** By number of a value: the number of the next value of the same id that somebody was told of, 0 if there is none. */
    private final int[] next;

    /** By number of a value: the call that closed its session while it was that, or {@link Timeline#NONE}. */
    private final int[] closing;

    /** By version: the time after which, and before which, it was given. */
    private final long[] notBefore;

    private final long[] notAfter;

    Spans(Script script, StartState start, List<Call> calls) {
        this.script = script;
        this.values = script.values;
        this.invoked = new long[calls.size()];
        this.returned = new long[calls.size()];
        for (int call = 0; call < invoked.length; call++) {
            invoked[call] = calls.get(call).invokedNanos();
            returned[call] = calls.get(call).returnedNanos();
        }
        this.next = nextOfSameId();
        this.closing = closings();
        this.notBefore = new long[values.newest() + 1];
        this.notAfter = new long[values.newest() + 1];
        boundVersions();
        for (int call = 0; call < invoked.length; call++) {
            if (script.effects[call] instanceof Effect.Process process && process.report() != null) {
                placeDrain(call, process.report().applied());
            }
        }
        spreadVersions();
        for (int call = 0; call < invoked.length; call++) {
            narrow(call);
        }
        for (int call = 0; call < invoked.length; call++) {
            beforeClosings(call);
        }
        new PostedAndDrained(script, start).narrow(invoked, returned);
    }

    /** Returns whether a span is empty: then no order explains the history. */
    boolean isAnyEmpty() {
        for (int call = 0; call < invoked.length; call++) {
            if (invoked[call] > returned[call]) {
                return true;
            }
        }
        return false;
    }

    private int[] nextOfSameId() {
        @Nullable Session[] told = values.all();
        int[] following = new int[told.length];
        Map<String, Integer> latest = new HashMap<>();
        for (int value = values.newest(); value >= 1; value--) {
            following[value] = latest(told[value], value, latest);
        }
        for (int value = values.newest() + 1; value < told.length; value++) {
            following[value] = latest(told[value], value, latest);
        }
        return following;
    }

    private static int latest(@Nullable Session session, int value, Map<String, Integer> latest) {
        Integer later = session == null ? null : latest.put(session.id(), value);
        return later == null ? 0 : later;
    }

    private int[] closings() {
        int[] calls = new int[next.length];
        Arrays.fill(calls, Timeline.NONE);
        for (int call = 0; call < invoked.length; call++) {
            if (script.effects[call] instanceof Effect.Close close && close.version() != Effect.UNKNOWN) {
                calls[values.index(close.version())] = call;
            }
        }
        return calls;
    }

    private void boundVersions() {
        Arrays.fill(notBefore, Long.MIN_VALUE);
        Arrays.fill(notAfter, Long.MAX_VALUE);
        for (int call = 0; call < invoked.length; call++) {
            for (int i = script.firstAwaited(call); i < script.firstAwaited(call + 1); i++) {
                int value = script.awaited(i);
                if (value <= values.newest()) {
                    notAfter[value] = Math.min(notAfter[value], returned[call]);
                }
                notBefore[next[value]] = Math.max(notBefore[next[value]], invoked[call]);
            }
        }
        for (int version = 1; version < notBefore.length; version++) {
            int giver = values.givenBy(version);
            if (giver != Values.NONE) {
                notBefore[version] = Math.max(notBefore[version], invoked[giver]);
            }
        }
        spreadVersions();
    }

    /** Of two versions the one is given before the other. */
    private void spreadVersions() {
        for (int version = 2; version < notBefore.length; version++) {
            notBefore[version] = Math.max(notBefore[version], notBefore[version - 1]);
        }
        for (int version = notAfter.length - 2; version >= 1; version--) {
            notAfter[version] = Math.min(notAfter[version], notAfter[version + 1]);
        }
    }

    /**
     * Finds the versions that a call can have given which drained changes and applied some: one after the other, answered by
     * nobody, and where somebody was told of the value, what the change makes.
     */
    private void placeDrain(int call, List<StateChange> applied) {
        int most = values.newest() - applied.size() + 1;
        int first = 0;
        int last = 0;
        int from = applied.isEmpty() ? most + 1 : firstNotBefore(invoked[call]);
        for (int version = from; version <= most && notBefore[version] <= returned[call]; version++) {
            if (mayHaveGiven(version, applied)) {
                first = first == 0 ? version : first;
                last = version;
            }
        }
        if (first == 0) {
            return;
        }
        int given = first + applied.size() - 1;
        invoked[call] = Math.max(invoked[call], notBefore[given]);
        returned[call] = Math.min(returned[call], notAfter[last]);
        if (first == last) {
            notBefore[first] = Math.max(notBefore[first], invoked[call]);
            notAfter[given] = Math.min(notAfter[given], returned[call]);
        }
    }

    /** Returns the first version that may have been given at a time or later. */
    private int firstNotBefore(long time) {
        int low = 1;
        int high = values.newest() + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (notAfter[middle] >= time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean mayHaveGiven(int version, List<StateChange> applied) {
        int value = version;
        for (StateChange change : applied) {
            Session told = values.all()[value];
            if (values.givenBy(value) != Values.NONE || (told != null && !Drains.mayComeOf(change, told))) {
                return false;
            }
            value++;
        }
        return true;
    }

    private void narrow(int call) {
        for (int i = script.firstAwaited(call); i < script.firstAwaited(call + 1); i++) {
            int value = script.awaited(i);
            if (value <= values.newest()) {
                invoked[call] = Math.max(invoked[call], notBefore[value]);
                if (values.givenBy(value) == call) {
                    returned[call] = Math.min(returned[call], notAfter[value]);
                }
            }
            if (next[value] != 0) {
                returned[call] = Math.min(returned[call], notAfter[next[value]]);
            }
        }
    }

    private void beforeClosings(int call) {
        for (int i = script.firstAwaited(call); i < script.firstAwaited(call + 1); i++) {
            int close = closing[script.awaited(i)];
            if (close != Timeline.NONE) {
                returned[call] = Math.min(returned[call], returned[close]);
            }
        }
    }
}
