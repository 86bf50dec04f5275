package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.operation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that steps each time that it is asked, forward and back, as for summer time and as after a repair by days. */
final class ClockSteps extends Provocation {

    private static final int CREATE_EVERY = 5;
    private static final long ENOUGH = 100;

    private static final List<Duration> STEPS = List.of(
            Duration.ofHours(1),
            Duration.ofHours(-1),
            Duration.ofDays(-2),
            Duration.ZERO,
            Duration.ofHours(-25),
            Duration.ofDays(30),
            Duration.ofMillis(-1));

    private final AtomicLong forward = new AtomicLong();
    private final AtomicLong back = new AtomicLong();
    private Duration offset = Duration.ZERO;
    private int step;

    ClockSteps(FaultSize size) {}

    @Override
    Operation instead(FaultCaller caller, int step, Operation usual) {
        return step % CREATE_EVERY == 0 ? caller.ledger().openOrClose() : usual;
    }

    @Override
    synchronized Instant now() {
        Duration next = STEPS.get(step++ % STEPS.size());
        int direction = next.compareTo(offset);
        if (direction > 0) {
            forward.incrementAndGet();
        } else if (direction < 0) {
            back.incrementAndGet();
        }
        offset = next;
        return super.now().plus(next);
    }

    @Override
    List<Amount> amounts() {
        return List.of(
                new Amount("clock steps forward", forward.get(), ENOUGH),
                new Amount("clock steps back", back.get(), ENOUGH));
    }
}
