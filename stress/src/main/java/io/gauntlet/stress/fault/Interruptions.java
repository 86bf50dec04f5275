package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes callers interrupt each other in the middle of their calls, again as soon as the last interrupt was noticed: while one
 * runs, the others wait for their turn. So that they do, a few of them append texts that take a while to shorten, which happens
 * under the guard. And now and then a caller interrupts itself before it asks: it cannot so much as begin to wait without meeting
 * that.
 */
final class Interruptions extends Provocation {

    private static final int ONE_LONG_WINDED_IN = 16;
    private static final int LONG_TEXT_EVERY = 4;
    private static final String LONG_TEXT = "long ".repeat(5_000);
    private static final int ITSELF_EVERY = 16;
    private static final int AT_ONCE = 4;
    private static final long ENOUGH = 50;

    private volatile List<FaultCaller> targets = List.of();
    private final AtomicLong begunInterrupted = new AtomicLong();
    private final AtomicLong interrupts = new AtomicLong();
    private final AtomicLong withinCalls = new AtomicLong();
    private final AtomicLong ofWaiting = new AtomicLong();

    Interruptions(FaultSize size) {}

    @Override
    Operation instead(FaultCaller caller, int step, Operation usual) {
        if (step % ITSELF_EVERY == 0 && caller.interruptItself()) {
            begunInterrupted.incrementAndGet();
        }
        interruptOthers(caller, step);
        return caller.number() % ONE_LONG_WINDED_IN == 0 && step % LONG_TEXT_EVERY == 0
                ? new Operation.AppendOutput(caller.ledger().id(), LONG_TEXT)
                : usual;
    }

    @Override
    boolean isEnough() {
        return withinCalls.get() >= ENOUGH;
    }

    @Override
    void setIn(List<FaultCaller> callers) {
        targets = callers;
    }

    private void interruptOthers(FaultCaller caller, int step) {
        List<FaultCaller> all = targets;
        for (int other = 0; other < Math.min(AT_ONCE, all.size()); other++) {
            count(all.get((caller.number() + 1 + step * AT_ONCE + other) % all.size())
                    .interrupt());
        }
    }

    private void count(FaultCaller.Met met) {
        switch (met) {
            case NOBODY -> {}
            case BETWEEN_CALLS -> interrupts.incrementAndGet();
            case RUNNING -> {
                interrupts.incrementAndGet();
                withinCalls.incrementAndGet();
            }
            case WAITING -> {
                interrupts.incrementAndGet();
                withinCalls.incrementAndGet();
                ofWaiting.incrementAndGet();
            }
        }
    }

    @Override
    SortedMap<String, Long> counts() {
        return new TreeMap<>(Map.of(
                "interrupts",
                begunInterrupted.get() + interrupts.get(),
                "calls begun with an interrupt",
                begunInterrupted.get(),
                "interrupts within a call",
                withinCalls.get()));
    }

    /** No condition: there are guards under which nobody waits. */
    @Override
    SortedMap<String, Long> remarks() {
        return new TreeMap<>(Map.of("interrupts of callers that were waiting", ofWaiting.get()));
    }
}
