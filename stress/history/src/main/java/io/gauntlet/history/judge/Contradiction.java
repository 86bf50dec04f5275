package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One or two calls whose answers cannot both be right, whatever else was called: the smallest culprit there is.
 *
 * <p>A version names one value, and one call gives it. A session's versions grow, so nobody who begins to ask after a value
 * was told of is told of an older one of the same id; nor, after its closing, of the same. The count of dropped changes
 * grows. A snapshot keeps the invariants by itself. Not finding one proves nothing.
 */
final class Contradiction {

    /** A call that was told of a session, and what is known since it returned: its version, and half a version on if closed. */
    private record Newest(Call call, long halfVersions) {}

    /** A call that was told of a value. */
    private record Told(Call call, Session session) {}

    private final History history;
    private final Map<Long, Told> byVersion = new HashMap<>();
    private final Map<Long, Call> givers = new HashMap<>();
    private final Map<String, Newest> newest = new HashMap<>();
    private @Nullable Call mostDrops;
    private long drops;

    private Contradiction(History history) {
        this.history = history;
    }

    /** Returns the calls that contradict each other, those that returned first; empty if there are none. */
    static Optional<List<Call>> of(History history) {
        return new Contradiction(history).find();
    }

    @SuppressWarnings("ReferenceEquality") // the call itself, not its like
    private Optional<List<Call>> find() {
        List<Call> calls = history.calls();
        Timeline timeline = new Timeline(calls);
        int[] byReturn = timeline.byReturn;
        int[] byInvocation =
                TimeOrder.of(timeline.invoked, IntStream.of(byReturn).sorted().toArray(), byReturn.length);
        int over = 0;
        for (int number : byInvocation) {
            Call call = calls.get(number);
            while (calls.get(byReturn[over]).precedes(call)) {
                learn(calls.get(byReturn[over++]));
            }
            Optional<Call> other = against(call);
            if (other.isPresent()) {
                return Optional.of(other.get() == call ? List.of(call) : List.of(other.get(), call));
            }
        }
        return Optional.empty();
    }

    /** The call is over: nobody who begins from now on may be told of anything older. */
    private void learn(Call call) {
        boolean closing = call.operation() instanceof Operation.CloseSession;
        for (Session session : sessions(call)) {
            long halfVersions = 2 * session.version() + (closing ? 1 : 0);
            newest.merge(
                    session.id(),
                    new Newest(call, halfVersions),
                    (one, other) -> one.halfVersions >= other.halfVersions ? one : other);
        }
        Long count = drops(call);
        if (count != null && count > drops) {
            drops = count;
            mostDrops = call;
        }
    }

    /** Returns an earlier call that contradicts this one, or this one if it does by itself. */
    private Optional<Call> against(Call call) {
        if (isTorn(call)) {
            return Optional.of(call);
        }
        Long count = drops(call);
        if (count != null && count < drops) {
            return Optional.ofNullable(mostDrops);
        }
        for (Session session : sessions(call)) {
            Newest known = newest.get(session.id());
            if (known != null && known.halfVersions > 2 * session.version()) {
                return Optional.of(known.call);
            }
            Told other = byVersion.putIfAbsent(session.version(), new Told(call, session));
            if (other != null && !other.session.equals(session)) {
                return Optional.of(other.call);
            }
        }
        return gives(call)
                ? Optional.ofNullable(givers.putIfAbsent(sessions(call).get(0).version(), call))
                : Optional.empty();
    }

    private boolean isTorn(Call call) {
        return value(call) instanceof CoordinatorSnapshot snapshot
                && !SnapshotInvariants.violations(snapshot, history.limits().config(Clock.systemUTC(), session -> {}))
                        .isEmpty();
    }

    private static boolean gives(Call call) {
        Operation operation = call.operation();
        boolean changes = operation instanceof Operation.CreateSession
                || operation instanceof Operation.UpdateSessionState
                || operation instanceof Operation.UpdateResourceStats
                || operation instanceof Operation.AppendOutput;
        return changes && value(call) instanceof Session;
    }

    private static @Nullable Object value(Call call) {
        return call.outcome() instanceof Outcome.Answered answered ? answered.value() : null;
    }

    private static @Nullable Long drops(Call call) {
        Object value = value(call);
        if (value instanceof CoordinatorSnapshot snapshot) {
            return snapshot.droppedStateChanges();
        }
        return call.operation() instanceof Operation.DroppedStateChanges && value instanceof Long count ? count : null;
    }

    private static List<Session> sessions(Call call) {
        Object value = value(call);
        if (value instanceof Session session) {
            return List.of(session);
        }
        List<?> list = value instanceof CoordinatorSnapshot snapshot
                ? snapshot.sessions()
                : value instanceof List<?> sessions ? sessions : List.of();
        return list.stream()
                .filter(Session.class::isInstance)
                .map(Session.class::cast)
                .toList();
    }
}
