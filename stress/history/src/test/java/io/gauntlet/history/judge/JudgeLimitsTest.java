package io.gauntlet.history.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a judge does when it may not go on. */
class JudgeLimitsTest {

    private static final long SEED = 20261124L;
    private static final Limits LIMITS = new Limits(5, 4, 40);

    /** By a clock that goes on whenever it is looked at: how fast the machine is does not matter. */
    @Test
    void judge_noTimeToMinimise_isNotLinearizableAllTheSame() {
        History wrong = withActiveIdOfNobody(run(16, 20_000, 0.3));
        int allowed = 200;
        AtomicLong looks = new AtomicLong();
        Verdict verdict = new Judge(
                        JudgeLimits.defaults().withMaxTime(Duration.ofNanos(allowed)), looks::incrementAndGet)
                .judge(wrong);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.NotLinearizable.class, not -> {
            assertThat(not.minimised()).isFalse();
            assertThat(not.explained()).isNotEmpty();
            assertThat(not.culprit().calls()).hasSizeLessThan(wrong.calls().size() / 2);
        });
        assertThat(looks.get()).as("looks at the clock").isLessThan(allowed + 5);
    }

    @Test
    void judge_noTimeAtAllAfterTheSearch_saysWhatItKnows() {
        History wrong = withActiveIdOfNobody(run(8, 2_000, 0.1));
        Verdict verdict = new Judge(JudgeLimits.defaults().withMaxTime(Duration.ofNanos(1))).judge(wrong);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.NotLinearizable.class, not -> {
            assertThat(not.minimised()).isFalse();
            assertThat(not.culprit().calls()).hasSameSizeAs(wrong.calls());
            assertThat(not.explained()).isEmpty();
        });
    }

    @Test
    void judge_noMemoryForTheHistory_isUndecidedAtOnce() {
        Verdict verdict = new Judge(JudgeLimits.defaults().withMaxMemoryBytes(1_000)).judge(run(8, 100, 0.1));
        assertThat(verdict).isEqualTo(new Verdict.Undecided("memory: more than 1000 bytes", 0));
    }

    @Test
    void judge_noMemoryForConfigurations_isUndecided() {
        History history = withActiveIdOfNobody(run(64, 4_000, 1));
        long bytes = Search.bytes(history) + (1 << 17);
        Verdict verdict = new Judge(JudgeLimits.defaults().withMaxMemoryBytes(bytes)).judge(history);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        undecided -> assertThat(undecided.limit()).isEqualTo("memory: more than " + bytes + " bytes"));
    }

    /** While it grows, the old array and one twice as large are there at once. */
    @Test
    void memo_full_takesNoMoreThanItMay() {
        int maxBytes = 1 << 20;
        Memo memo = new Memo(maxBytes);
        int added = 0;
        while (memo.add(Hash.of(added), 1, added)) {
            added++;
        }
        assertThat(added * 16L).isGreaterThan(maxBytes / 16).isLessThan(maxBytes * 2 / 3);
        assertThat(memo.contains(Hash.of(added - 1), 1)).isTrue();
        assertThat(memo.contains(Hash.of(added), 1)).isFalse();
    }

    @Test
    void memo_sameCallsOtherState_isAnotherConfiguration() {
        Memo memo = new Memo(1 << 20);
        memo.add(7, 1, 1);
        assertThat(memo.contains(7, 1)).isTrue();
        assertThat(memo.contains(7, 2)).isFalse();
        assertThat(memo.contains(8, 1)).isFalse();
    }

    private static History run(int callers, int calls, double stretch) {
        RandomOperations source = new RandomOperations(SEED, 8);
        return OverlappingRun.of(source::next, LIMITS, callers, calls, stretch, SEED);
    }

    /** No two answers contradict each other, so that the culprit has to be looked for. */
    private static History withActiveIdOfNobody(History history) {
        int size = history.calls().size();
        int read = IntStream.range(size * 3 / 4, size)
                .filter(i -> history.calls().get(i).operation() instanceof Operation.ActiveSessionId)
                .findFirst()
                .orElseThrow();
        List<Call> calls = new ArrayList<>(history.calls());
        Call call = calls.get(read);
        calls.set(
                read,
                new Call(
                        call.caller(),
                        call.operation(),
                        new Outcome.Answered("nobody"),
                        call.invokedNanos(),
                        call.returnedNanos()));
        return history.withCalls(calls);
    }
}
