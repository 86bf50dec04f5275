package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Operation;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private final Set<Thread> doomed = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final CountDownLatch alive;
    private final AtomicLong inClock = new AtomicLong();
    private final AtomicLong inStore = new AtomicLong();
    private final AtomicLong betweenCalls = new AtomicLong();

    Killings(FaultSize size) {
        this.alive = new CountDownLatch(
                (int) IntStream.range(0, size.callers()).filter(this::strikes).count());
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
            switch (caller.number() / ONE_IN % WAYS) {
                case 0 -> {
                    doomed.add(Thread.currentThread());
                    caller.ask(new Operation.CreateSession("killed-" + caller.number(), "Killed " + caller.number()));
                }
                case 1 -> {
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
    SortedMap<String, Long> counts() {
        return new TreeMap<>(Map.of(
                "callers killed in the clock",
                inClock.get(),
                "callers killed in the store",
                inStore.get(),
                "callers killed between calls",
                betweenCalls.get()));
    }
}
