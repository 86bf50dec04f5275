package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.operation.Operation;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Interrupts callers in the middle of their calls, again as soon as the last interrupt was noticed: they interrupt each other, and
 * one thread does nothing else. A few callers append texts that take a while to shorten, under the guard, so that the others wait
 * for their turn. And now and then a caller interrupts itself before it asks: it cannot begin to wait without meeting that.
 */
final class Interruptions extends Provocation {

    private static final int ONE_LONG_WINDED_IN = 16;
    private static final int LONG_TEXT_EVERY = 4;
    private static final String LONG_TEXT = "long ".repeat(5_000);
    private static final int ITSELF_EVERY = 16;
    private static final int AT_ONCE = 4;

    /** A call that is begun with an interrupt changes something in one case of three: missed by chance once in 10^17. */
    private static final long ENOUGH_BEGUN = 100;

    private static final long ENOUGH_WITHIN_CALLS = 50;

    private final long enoughOfWaiting;

    private volatile List<FaultCaller> targets = List.of();
    private final AtomicLong begunInterrupted = new AtomicLong();
    private final AtomicLong interrupts = new AtomicLong();
    private final AtomicLong withinCalls = new AtomicLong();
    private final AtomicLong ofWaiting = new AtomicLong();

    /** Does not insist that callers wait: there are guards under which none does. */
    Interruptions(FaultSize size) {
        this(/* enoughOfWaiting= */ 0);
    }

    /** @param enoughOfWaiting how many callers at least are to be interrupted while they wait */
    Interruptions(long enoughOfWaiting) {
        this.enoughOfWaiting = enoughOfWaiting;
    }

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
    void setIn(List<FaultCaller> callers) {
        targets = callers;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // with one processor, nobody is within a call unless others get it
    void keepUp(List<FaultCaller> callers, BooleanSupplier over) {
        while (!over.getAsBoolean() && !isEnough()) {
            callers.forEach(caller -> count(caller.interrupt()));
            Thread.yield();
        }
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
    List<Amount> amounts() {
        return List.of(
                Amount.told("interrupts", begunInterrupted.get() + interrupts.get()),
                new Amount("calls begun with an interrupt", begunInterrupted.get(), ENOUGH_BEGUN),
                new Amount("interrupts within a call", withinCalls.get(), ENOUGH_WITHIN_CALLS),
                new Amount("interrupts of callers that were waiting", ofWaiting.get(), enoughOfWaiting));
    }
}
