package io.gauntlet.history.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final long SEED = Long.getLong("gauntlet.seed", 20261124L);
    private static final Limits LIMITS = new Limits(5, 4, 40);

    private final Judge judge = new Judge(JudgeLimits.defaults());

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "8, 0.5", "32, 1", "128, 0.02", "128, 0.2", "256, 0.1"})
    void judge_runOfTheReferenceWithOverlaps_isLinearizable(int callers, double stretch) {
        for (int i = 0; i < 3; i++) {
            History history = run(callers, 2_000, stretch, SEED + i);
            assertThat(judge.judge(history)).as("seed %d", SEED + i).isInstanceOf(Verdict.Linearizable.class);
        }
    }

    /** A read is answered with a value that had been replaced before the read began. */
    @Test
    void judge_staleRead_isNotLinearizable() {
        int changed = 0;
        for (int i = 0; i < 20; i++) {
            for (History stale : staleAnswers(run(16, 1_000, 0.3, SEED + i)).values()) {
                changed++;
                assertThat(new Search(stale, JudgeLimits.defaults()).run())
                        .as("seed %d", SEED + i)
                        .isEqualTo(Search.Result.IMPOSSIBLE);
            }
        }
        assertThat(changed).isGreaterThan(50);
    }

    /** Each of these answers is one that no state of the run could give. */
    @Test
    void judge_impossibleAnswer_isNotLinearizable() {
        History history = run(32, 2_000, 0.5, SEED);
        int changed = 0;
        for (int i = 0; i < history.calls().size(); i += 7) {
            Outcome impossible = impossible(history.calls().get(i));
            if (impossible != null) {
                changed++;
                assertThat(new Search(withOutcome(history, i, impossible), JudgeLimits.defaults()).run())
                        .as("seed %d, call %d, %s", SEED, i, impossible)
                        .isEqualTo(Search.Result.IMPOSSIBLE);
            }
        }
        assertThat(changed).isGreaterThan(100);
    }

    private static @Nullable Outcome impossible(Call call) {
        if (!(call.outcome() instanceof Outcome.Answered answered)) {
            return null;
        }
        if (answered.value() instanceof Session session) {
            return new Outcome.Answered(session.withState(session.state(), session.version() + 1_000_000));
        } else if (answered.value() instanceof CoordinatorSnapshot snapshot) {
            return new Outcome.Answered(new CoordinatorSnapshot(
                    snapshot.sessions(),
                    snapshot.activeSessionId(),
                    snapshot.outputBytes() + 1,
                    snapshot.pendingStateChanges(),
                    snapshot.droppedStateChanges()));
        } else if (answered.value() instanceof Long dropped) {
            return new Outcome.Answered(dropped - 1_000_000);
        }
        return call.operation() instanceof Operation.ActiveSessionId ? new Outcome.Answered("nobody") : null;
    }

    /** Returns for each read that began after a change of its session had returned the history with the value before. */
    private static Map<Integer, History> staleAnswers(History history) {
        Map<Integer, History> stale = new HashMap<>();
        Map<String, Call> lastChange = new HashMap<>();
        Map<String, Session> valueBefore = new HashMap<>();
        Map<String, Session> value = new HashMap<>();
        for (int i = 0; i < history.calls().size(); i++) {
            Call call = history.calls().get(i);
            if (!(call.outcome() instanceof Outcome.Answered answered)
                    || !(answered.value() instanceof Session session)) {
                continue;
            }
            Call change = lastChange.get(session.id());
            Session before = valueBefore.get(session.id());
            if (call.operation() instanceof Operation.GetSession && before != null && change.precedes(call)) {
                stale.put(i, withOutcome(history, i, new Outcome.Answered(before)));
            } else if (call.operation() instanceof Operation.UpdateResourceStats) {
                lastChange.put(session.id(), call);
                valueBefore.put(session.id(), value.get(session.id()));
            }
            value.put(session.id(), session);
        }
        return stale;
    }

    private static History withOutcome(History history, int position, Outcome outcome) {
        List<Call> calls = new ArrayList<>(history.calls());
        Call call = calls.get(position);
        calls.set(
                position,
                new Call(call.caller(), call.operation(), outcome, call.invokedNanos(), call.returnedNanos()));
        return history.withCalls(calls);
    }

    private static History run(int callers, int operations, double stretch, long seed) {
        RandomOperations source = new RandomOperations(seed, 8);
        return OverlappingRun.of(source::next, LIMITS, callers, operations, stretch, seed);
    }

    @Test
    void judge_staleRead_convictsTwoCalls() {
        Map<Integer, History> stale = staleAnswers(run(16, 1_000, 0.3, SEED));
        int read = Collections.max(stale.keySet());
        Verdict.NotLinearizable verdict = (Verdict.NotLinearizable) judge.judge(stale.get(read));
        assertThat(verdict.culprit().calls())
                .hasSize(2)
                .contains(stale.get(read).calls().get(read));
        assertThat(verdict.explained()).hasSizeGreaterThan(10);
        assertThat(verdict.minimised()).isTrue();
        assertThat(new Search(verdict.culprit(), JudgeLimits.defaults()).run()).isEqualTo(Search.Result.IMPOSSIBLE);
    }

    /** Where no two answers contradict each other by themselves, calls are left out and answers forgotten. */
    @Test
    void judge_activeIdThatNobodyMade_convictsFewCalls() {
        History history = run(8, 500, 0.3, SEED);
        int read = IntStream.range(100, 500)
                .filter(i -> history.calls().get(i).operation() instanceof Operation.ActiveSessionId)
                .findFirst()
                .orElseThrow();
        History wrong = withOutcome(history, read, new Outcome.Answered("nobody"));
        Verdict.NotLinearizable verdict = (Verdict.NotLinearizable) judge.judge(wrong);
        assertThat(verdict.unexplained()).isSameAs(wrong.calls().get(read));
        assertThat(verdict.culprit().calls()).contains(wrong.calls().get(read)).hasSizeLessThan(read);
        assertThat(verdict.explained()).doesNotContain(wrong.calls().get(read)).hasSizeGreaterThan(read / 2);
    }

    @Test
    void judge_stepsExhausted_isUndecided() {
        Verdict verdict = new Judge(JudgeLimits.defaults().withMaxSteps(10)).judge(run(8, 1_000, 1, SEED));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        undecided -> assertThat(undecided.limit()).isEqualTo("steps: more than 10"));
    }

    @Test
    void judge_timeExhausted_isUndecided() {
        Verdict verdict =
                new Judge(JudgeLimits.defaults().withMaxTime(Duration.ofNanos(1))).judge(run(8, 40_000, 1, SEED));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        undecided -> assertThat(undecided.limit()).startsWith("time"));
    }
}
