package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Makes callers save often, and the store fail in turn before it wrote, after it wrote, and unchecked, and then for once not. */
final class StoreFailures extends Provocation {

    private static final int SAVE_EVERY = 5;
    private static final int KINDS = 4;
    private static final long ENOUGH_FAILURES = 60;
    private static final long ENOUGH_KEPT = 20;

    private final AtomicLong saves = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();

    private volatile boolean over;

    StoreFailures(FaultSize size) {}

    @Override
    Operation instead(FaultCaller caller, int step, Operation usual) {
        return step % SAVE_EVERY == 0
                ? new Operation.SaveSession(caller.ledger().id())
                : usual;
    }

    @Override
    void save(Session session) throws IOException {
        if (over) {
            super.save(session);
            return;
        }
        switch ((int) (saves.getAndIncrement() % KINDS)) {
            case 0 -> throw failure();
            case 1 -> throw new UncheckedIOException(failure());
            case 2 -> {
                super.save(session);
                throw failure();
            }
            default -> {
                super.save(session);
                kept.incrementAndGet();
            }
        }
    }

    @Override
    void end() {
        over = true;
    }

    private IOException failure() {
        failures.incrementAndGet();
        return new IOException("the store fails on purpose");
    }

    @Override
    List<Amount> amounts() {
        return List.of(
                new Amount("store failures", failures.get(), ENOUGH_FAILURES),
                new Amount("saves that were kept", kept.get(), ENOUGH_KEPT));
    }
}
