package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.CoordinatorException.SaveFailed;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.history.record.CallLog;
import io.gauntlet.history.record.WindowedRecorder;
import io.gauntlet.stress.soak.Violation;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One of those who call while a fault is under way. It asks nothing that the contract lets be refused, keeps a {@link Ledger} of
 * what it was told, and stops at the first violation, its own or another's.
 */
final class FaultCaller {

    /** Whom an interrupt met. */
    enum Met {
        /** It has not noticed the last one yet, asks nothing now, or has gone: there was no interrupt. */
        NOBODY,
        /** It came back in that moment. */
        BETWEEN_CALLS,
        /** It was within one call before and after, and ran or waited for a processor. */
        RUNNING,
        /** It was within one call before and after, and waited in it. */
        WAITING
    }

    private enum Interrupt {
        NONE,
        UNDER_WAY,
        SENT
    }

    private static final int YIELD_ONCE_IN = 4;
    private static final int CALLS_WITH_AN_INTERRUPT = 2;
    private static final Set<State> WAITS = EnumSet.of(State.BLOCKED, State.WAITING, State.TIMED_WAITING);

    private final int number;
    private final SessionCoordinator coordinator;
    private final OwnCode ownCode;
    private final Provocation provocation;
    private final CallLog log;
    private final Ledger ledger;
    private final Queue<Violation> violations;
    private final SplittableRandom random;

    /** How often a call began or came back: odd within one. */
    private final AtomicInteger edges = new AtomicInteger();

    private final AtomicReference<Interrupt> interrupt = new AtomicReference<>(Interrupt.NONE);
    private volatile @Nullable Thread thread;
    private int step;

    FaultCaller(
            Ledger ledger,
            int number,
            SessionCoordinator coordinator,
            OwnCode ownCode,
            Provocation provocation,
            CallLog log,
            long seed,
            Queue<Violation> violations) {
        this.ledger = ledger;
        this.number = number;
        this.coordinator = coordinator;
        this.ownCode = ownCode;
        this.provocation = provocation;
        this.log = log;
        this.violations = violations;
        this.random = new SplittableRandom(new SplittableRandom(seed + number).nextLong());
    }

    int number() {
        return number;
    }

    String name() {
        return "caller-" + number;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Returns how many calls have come back since the run began; for any thread. */
    int answered() {
        return edges.get() / 2;
    }

    /** Returns how many calls of all these callers have come back since the run began; for any thread. */
    static long answered(List<FaultCaller> callers) {
        return callers.stream().mapToLong(FaultCaller::answered).sum();
    }

    /**
     * Asks, in the thread of this caller, window by window, until there is no other or it is told that something is wrong.
     *
     * @param faultyWindow in which the fault sets in, counted from 1
     * @throws CallerKilled if that is what became of it
     */
    void call(WindowedRecorder recorder, int faultyWindow, Gate gate, Duration patience) {
        thread = Thread.currentThread();
        boolean goesOn = recorder.beginWindows(number);
        for (int window = 1; goesOn; window++) {
            if (window == faultyWindow) {
                meetTheFault(gate, patience);
            }
            askInWindow();
            if (!violations.isEmpty()) {
                recorder.giveUp("something is wrong");
                return;
            }
            boolean isLast = window == faultyWindow && provocation.strikesSome();
            goesOn = !isLast && recorder.endWindow(number);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // the yield is there to disturb the schedule
    private void askInWindow() {
        while (log.room() > 0 && violations.isEmpty()) {
            ask(step == 0 ? ledger.create() : provocation.instead(this, step, usual()));
            if (random.nextInt(YIELD_ONCE_IN) == 0) {
                Thread.yield();
            }
        }
    }

    private void meetTheFault(Gate gate, Duration patience) {
        if (provocation.strikes(number)) {
            provocation.strike(this);
        } else {
            gate.await(patience);
        }
    }

    private Operation usual() {
        return switch (random.nextInt(16)) {
            case 0 -> new Operation.ListSessions();
            case 1 -> new Operation.Snapshot();
            case 2 -> new Operation.GetWaitingSessions();
            case 3 -> new Operation.ActiveSessionId();
            case 4 -> new Operation.DroppedStateChanges();
            case 5, 6 -> ledger.nextText();
            case 7, 8 -> ledger.nextStats();
            case 9 -> ledger.nextState();
            case 10 -> new Operation.PostStateChange(ledger.nextChange());
            case 11 -> new Operation.ProcessStateChanges();
            case 12 -> new Operation.SwitchSession(ledger.name());
            case 13 -> ledger.openOrClose();
            case 14 -> new Operation.SaveSession(ledger.id());
            default -> new Operation.GetSession(ledger.id());
        };
    }

    /** Asks, and enters the answer into the ledger. */
    void ask(Operation asked) {
        step++;
        OwnCode.Trace trace = ownCode.traced();
        try {
            @Nullable Object answer = call(asked);
            provocation.told(asked, answer);
            judged(asked, answer, ledger.enter(asked, answer, trace));
            noticeInterrupt(asked);
        } catch (SaveFailed failed) {
            judged(asked, failed, wrongIn(failed, trace));
            noticeInterrupt(asked);
        } catch (CallerKilled killed) {
            throw killed;
        } catch (CoordinatorException refusal) {
            judged(asked, refusal, List.of("it was refused by " + refusal));
        } catch (Throwable thrown) {
            violations.add(Violation.thrown(name(), step, asked, thrown));
        }
    }

    private @Nullable Object call(Operation asked) {
        edges.incrementAndGet();
        try {
            return log.call(asked, coordinator);
        } finally {
            edges.incrementAndGet();
        }
    }

    @SuppressWarnings("ReferenceEquality") // that very exception, not its like
    private static List<String> wrongIn(SaveFailed failed, OwnCode.Trace trace) {
        if (trace.thrown() == null) {
            return List.of("the save failed, and its store had not: " + failed);
        }
        return failed.getCause() == trace.thrown()
                ? List.of()
                : List.of("the save failed by " + failed.getCause() + ", its store had thrown " + trace.thrown());
    }

    private void judged(Operation asked, @Nullable Object answer, List<String> wrong) {
        if (!wrong.isEmpty()) {
            violations.add(Violation.wrongAnswer(name(), step, asked, String.valueOf(answer), wrong));
        }
    }

    /** Enters something that is wrong but is no answer. */
    void found(String wrong) {
        violations.add(new Violation(wrong, name() + ", step " + step + ": " + wrong));
    }

    /** An interrupt that was sent must still be there after the call, and a few calls long. */
    private void noticeInterrupt(Operation asked) {
        if (interrupt.get() != Interrupt.SENT) {
            return;
        }
        if (!Thread.currentThread().isInterrupted()) {
            found(asked.getClass().getSimpleName() + " swallowed an interrupt: the status of its caller is gone");
        } else if (step % CALLS_WITH_AN_INTERRUPT == 0) {
            Thread.interrupted();
            interrupt.set(Interrupt.NONE);
        }
    }

    /** Interrupts this caller before it asks, if it has noticed the last interrupt; in its own thread. */
    boolean interruptItself() {
        if (!interrupt.compareAndSet(Interrupt.NONE, Interrupt.UNDER_WAY)) {
            return false;
        }
        Thread.currentThread().interrupt();
        interrupt.set(Interrupt.SENT);
        return true;
    }

    /** Interrupts this caller, if it is within a call and has noticed the last interrupt; for any thread but its own. */
    Met interrupt() {
        Thread target = thread;
        int before = edges.get();
        boolean isWithinCall = before % 2 == 1;
        if (target == null || !isWithinCall || !interrupt.compareAndSet(Interrupt.NONE, Interrupt.UNDER_WAY)) {
            return Met.NOBODY;
        }
        State state = target.getState();
        target.interrupt();
        // Only after it: a caller that sees it sent must find it.
        interrupt.set(Interrupt.SENT);
        if (before != edges.get()) {
            return Met.BETWEEN_CALLS;
        }
        return WAITS.contains(state) ? Met.WAITING : Met.RUNNING;
    }
}
