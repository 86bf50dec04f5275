package io.gauntlet.history.judge;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.StartState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A judge that is right because it is stupid: tries every order of the calls (and for calls that never returned, both that
 * they happened and that they did not), each played from the beginning to a new reference. For histories of a handful of
 * calls that begin with an empty coordinator whose clock stands still.
 */
final class BruteForce {

    private final History history;
    private final List<Call> calls;

    private BruteForce(History history) {
        if (!history.start().equals(StartState.EMPTY)) {
            throw new IllegalArgumentException("begins with " + history.start() + ": must begin with nothing");
        }
        this.history = history;
        this.calls = history.calls();
    }

    static boolean isLinearizable(History history) {
        return new BruteForce(history).complete(new ArrayList<>());
    }

    private boolean complete(List<Integer> order) {
        boolean complete = true;
        for (int next = 0; next < calls.size(); next++) {
            if (order.contains(next)) {
                continue;
            }
            complete &= calls.get(next).isPending();
            if (mayFollow(order, next)) {
                order.add(next);
                if (isExplained(order) && complete(order)) {
                    return true;
                }
                order.remove(order.size() - 1);
            }
        }
        return complete;
    }

    private boolean mayFollow(List<Integer> order, int next) {
        for (int other = 0; other < calls.size(); other++) {
            boolean earlier = calls.get(other).precedes(calls.get(next))
                    || (calls.get(other).caller() == calls.get(next).caller() && other < next);
            if (other != next && earlier && !order.contains(other)) {
                return false;
            }
        }
        return true;
    }

    private boolean isExplained(List<Integer> order) {
        SessionCoordinator reference = CoordinatorStrategy.reference(
                history.limits().config(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), session -> {}));
        for (int position : order) {
            Call call = calls.get(position);
            Outcome given = call.operation().perform(reference);
            if (call.outcome() instanceof Outcome.Refused recorded) {
                if (!(given instanceof Outcome.Refused now) || now.cause() != recorded.cause()) {
                    return false;
                }
            } else if (!call.isPending() && !given.equals(call.outcome())) {
                return false;
            }
        }
        return true;
    }
}
