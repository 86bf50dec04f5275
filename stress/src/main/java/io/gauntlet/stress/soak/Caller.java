package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One of the soak's callers: asks its operations one after the other, and stops at the first violation, its own or another's. */
final class Caller {

    /** One call in this many is followed by a yield, so that callers change places also where nobody has to wait. */
    private static final int YIELD_ONCE_IN = 16;

    private final String name;
    private final SessionCoordinator coordinator;
    private final int operations;
    private final Queue<Violation> violations;
    private final SoakOperations tape;
    private final SplittableRandom yields;
    private final AnswerJudge judge;
    private final Tally tally = new Tally();
    private final AtomicInteger progress = new AtomicInteger();

    Caller(
            int number,
            SessionCoordinator coordinator,
            CoordinatorConfig limits,
            int operations,
            long seed,
            Queue<Violation> violations) {
        this.name = "caller-" + number;
        this.coordinator = coordinator;
        this.operations = operations;
        this.violations = violations;
        SplittableRandom seeds = new SplittableRandom(seed + number);
        this.tape = new SoakOperations(seeds.nextLong());
        this.yields = seeds.split();
        this.judge = new AnswerJudge(limits);
    }

    String name() {
        return name;
    }

    @SuppressWarnings("ThreadPriorityCheck") // the yield is there to disturb the schedule
    void call() {
        for (int step = 1; step <= operations && violations.isEmpty(); step++) {
            ask(step, tape.next());
            // Without a barrier, which would order this caller's calls more than the coordinator does.
            progress.lazySet(step);
            if (yields.nextInt(YIELD_ONCE_IN) == 0) {
                Thread.yield();
            }
        }
    }

    private void ask(int step, Operation asked) {
        try {
            @Nullable Object answer = asked.call(coordinator);
            tally.count(asked, answer);
            judged(step, asked, answer, judge.violations(asked, answer));
        } catch (CoordinatorException refusal) {
            tally.count(asked, refusal);
            judged(step, asked, refusal, judge.violations(asked, refusal));
        } catch (Throwable thrown) {
            violations.add(Violation.thrown(name, step, asked, thrown));
        }
    }

    private void judged(int step, Operation asked, @Nullable Object answer, List<String> wrong) {
        if (!wrong.isEmpty()) {
            violations.add(Violation.wrongAnswer(name, step, asked, String.valueOf(answer), wrong));
        }
    }

    /** Returns how many operations have come back; for any thread, possibly a little late. */
    int progress() {
        return progress.get();
    }

    /** Returns the counts; for the thread that knows that this caller has ended. */
    Tally tally() {
        return tally;
    }
}
