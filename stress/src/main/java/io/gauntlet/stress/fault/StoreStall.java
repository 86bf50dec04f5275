package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Lets one caller in sixteen save into a store that does not come back before all others are through with their calls, and a
 * least time has passed. A coordinator that holds anything while it saves never sees the end of that.
 */
final class StoreStall extends Provocation {

    private static final int ONE_IN = 16;
    private static final int STRUCK = 5;
    private static final long LOOK_EVERY_MILLIS = 2;

    private final Duration leastTime;
    private final CountDownLatch entered;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile long answeredBefore;
    private volatile long answered;
    private volatile long stallNanos;

    StoreStall(FaultSize size) {
        this.leastTime = size.stall();
        this.entered = new CountDownLatch(
                (int) IntStream.range(0, size.callers()).filter(this::strikes).count());
    }

    @Override
    boolean strikes(int caller) {
        return caller % ONE_IN == STRUCK;
    }

    @Override
    Operation instead(FaultCaller caller, int step, Operation usual) {
        return usual instanceof Operation.SaveSession
                ? new Operation.GetSession(caller.ledger().id())
                : usual;
    }

    @Override
    boolean strikesSome() {
        return true;
    }

    @Override
    void strike(FaultCaller caller) {
        caller.ask(new Operation.SaveSession(caller.ledger().id()));
    }

    @Override
    void save(Session session) throws IOException {
        entered.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IOException("nobody interrupts callers under this fault", e);
        }
        super.save(session);
    }

    @Override
    void setIn(List<FaultCaller> callers) throws InterruptedException {
        entered.await();
        answeredBefore = FaultCaller.answered(callers);
    }

    @Override
    void keepUp(List<FaultCaller> callers, BooleanSupplier over) throws InterruptedException {
        long start = System.nanoTime();
        while (!over.getAsBoolean() || System.nanoTime() - start < leastTime.toNanos()) {
            if (released.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        answered = FaultCaller.answered(callers) - answeredBefore;
        stallNanos = System.nanoTime() - start;
    }

    @Override
    void end() {
        release(entered);
        released.countDown();
    }

    @Override
    List<Amount> amounts() {
        return List.of(
                new Amount("ms of the stall", TimeUnit.NANOSECONDS.toMillis(stallNanos), leastTime.toMillis()),
                new Amount("calls answered during the stall", answered, /* least= */ 1));
    }
}
