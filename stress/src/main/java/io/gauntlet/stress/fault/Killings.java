package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Operation;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Kills one caller in ten: a third of them in the clock while they create a session, a third in the store while they save one,
 * a third between two calls. Nowhere else in a call runs code of a caller.
 */
final class Killings extends Provocation {

    private static final int ONE_IN = 10;
    private static final int WAYS = 3;
    private static final int IN_CLOCK = 0;
    private static final int IN_STORE = 1;
    private static final int BETWEEN_CALLS = 2;

    private final Set<Thread> doomed = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final int callers;
    private final CountDownLatch alive;
    private final AtomicLong inClock = new AtomicLong();
    private final AtomicLong inStore = new AtomicLong();
    private final AtomicLong betweenCalls = new AtomicLong();

    Killings(FaultSize size) {
        this.callers = size.callers();
        this.alive = new CountDownLatch((int) struck().count());
    }

    private IntStream struck() {
        return IntStream.range(0, callers).filter(this::strikes);
    }

    private static int way(int caller) {
        return caller / ONE_IN % WAYS;
    }

    /** Returns how many die this way: one at least, or it was not tried. */
    private long struckIn(int way) {
        return Math.max(1, struck().filter(caller -> way(caller) == way).count());
    }

    @Override
    boolean strikes(int caller) {
        return caller % ONE_IN == ONE_IN - 1;
    }

    @Override
    boolean strikesSome() {
        return true;
    }

    @Override
    void strike(FaultCaller caller) {
        try {
            switch (way(caller.number())) {
                case IN_CLOCK -> {
                    doomed.add(Thread.currentThread());
                    caller.ask(new Operation.CreateSession("killed-" + caller.number(), "Killed " + caller.number()));
                }
                case IN_STORE -> {
                    doomed.add(Thread.currentThread());
                    caller.ask(new Operation.SaveSession(caller.ledger().id()));
                }
                default -> {
                    betweenCalls.incrementAndGet();
                    throw new CallerKilled("between two calls");
                }
            }
            caller.found("an error thrown by its own code did not come out of the call");
        } finally {
            alive.countDown();
        }
    }

    @Override
    Instant now() {
        if (doomed.remove(Thread.currentThread())) {
            inClock.incrementAndGet();
            throw new CallerKilled("in its clock");
        }
        return super.now();
    }

    @Override
    void save(Session session) throws IOException {
        if (doomed.remove(Thread.currentThread())) {
            inStore.incrementAndGet();
            throw new CallerKilled("in its store");
        }
        super.save(session);
    }

    @Override
    void setIn(List<FaultCaller> callers) throws InterruptedException {
        alive.await();
    }

    @Override
    void end() {
        release(alive);
    }

    @Override
    List<Amount> amounts() {
        return List.of(
                new Amount("callers killed in the clock", inClock.get(), struckIn(IN_CLOCK)),
                new Amount("callers killed in the store", inStore.get(), struckIn(IN_STORE)),
                new Amount("callers killed between calls", betweenCalls.get(), struckIn(BETWEEN_CALLS)));
    }
}
