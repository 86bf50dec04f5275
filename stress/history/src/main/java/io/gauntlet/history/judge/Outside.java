package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.CoordinatorException.SaveFailed;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionStore;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator gets from outside, as a history says it was: the time at which it created each session, and whether
 * the store failed.
 */
final class Outside extends Clock implements SessionStore {

    private final Map<Long, Instant> createdAt = new HashMap<>();
    private long nextSerial;
    private Instant now = Instant.EPOCH;
    private boolean storeFails;

    Outside(History history) {
        nextSerial = history.start().lastSerial() + 1;
        boolean creationInDoubt = history.calls().stream()
                .anyMatch(call -> call.isPending() && call.operation() instanceof Operation.CreateSession);
        if (creationInDoubt) {
            history.calls().forEach(call -> learn(call.outcome()));
        }
    }

    private void learn(@Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            Object value = answered.value();
            if (value instanceof Session session) {
                createdAt.putIfAbsent(session.serial(), session.createdAt());
            } else if (value instanceof List<?> list) {
                list.forEach(element -> learn(new Outcome.Answered(element)));
            } else if (value instanceof CoordinatorSnapshot snapshot) {
                learn(new Outcome.Answered(snapshot.sessions()));
            }
        }
    }

    /** Performs a call as the world then was. */
    Outcome perform(Call call, SessionCoordinator coordinator) {
        Outcome recorded = call.outcome();
        storeFails = recorded instanceof Outcome.Refused refused && refused.cause() == SaveFailed.class;
        if (!(call.operation() instanceof Operation.CreateSession)) {
            return call.operation().perform(coordinator);
        }
        now = recorded instanceof Outcome.Answered answered && answered.value() instanceof Session session
                ? session.createdAt()
                : createdAt.getOrDefault(nextSerial, Instant.EPOCH);
        Outcome given = call.operation().perform(coordinator);
        if (given instanceof Outcome.Answered) {
            nextSerial++;
        }
        return given;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public void save(Session session) throws IOException {
        if (storeFails) {
            throw new IOException("the store failed in the history too");
        }
    }
}
