package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.history.record.CallLog;
import io.gauntlet.history.record.WindowedRecorder;
import java.util.Queue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One caller of a recorded soak: asks, writes down what it is told, and judges nothing itself. */
final class RecordedCaller {

    /** One call in this many is followed by a yield: a window is so short that a caller would be through before others woke. */
    private static final int YIELD_ONCE_IN = 4;

    private final int number;
    private final String name;
    private final SessionCoordinator coordinator;
    private final WindowedRecorder recorder;
    private final Queue<Violation> violations;
    private final SoakOperations tape;
    private final SplittableRandom yields;
    private final Tally tally = new Tally();
    private int step;

    RecordedCaller(
            int number,
            SessionCoordinator coordinator,
            WindowedRecorder recorder,
            long seed,
            Queue<Violation> violations) {
        this.number = number;
        this.name = "caller-" + number;
        this.coordinator = coordinator;
        this.recorder = recorder;
        this.violations = violations;
        SplittableRandom seeds = new SplittableRandom(seed + number);
        this.tape = new SoakOperations(seeds.nextLong());
        this.yields = seeds.split();
    }

    String name() {
        return name;
    }

    /** Asks until the recorder wants no other window. */
    @SuppressWarnings("ThreadPriorityCheck") // the yield is there to disturb the schedule
    void call() {
        CallLog log = recorder.log(number);
        for (boolean goesOn = recorder.beginWindows(number); goesOn; goesOn = recorder.endWindow(number)) {
            boolean returned = true;
            while (returned && log.room() > 0) {
                returned = ask(log, tape.next());
                if (yields.nextInt(YIELD_ONCE_IN) == 0) {
                    Thread.yield();
                }
            }
        }
    }

    /** Returns whether the call came back with anything that the contract knows. */
    private boolean ask(CallLog log, Operation asked) {
        step++;
        try {
            @Nullable Object answer = log.call(asked, coordinator);
            tally.count(asked, answer);
            return true;
        } catch (CoordinatorException refusal) {
            tally.count(asked, refusal);
            return true;
        } catch (Throwable thrown) {
            violations.add(Violation.thrown(name, step, asked, thrown));
            return false;
        }
    }

    /** Returns the counts; for the thread that knows that this caller has ended. */
    Tally tally() {
        return tally;
    }
}
