package io.gauntlet.history.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
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
        for (int i = 0; i < 5; i++) {
            History history = run(callers, 4_000, stretch, SEED + i);
            assertThat(judge.judge(history)).as("seed %d", SEED + i).isInstanceOf(Verdict.Linearizable.class);
        }
    }

    /** A read is answered with a value that had been replaced before the read began. */
    @Test
    void judge_staleRead_isNotLinearizable() {
        int changed = 0;
        for (int i = 0; i < 40; i++) {
            History history = run(16, 1_000, 0.3, SEED + i);
            SplittableRandom random = new SplittableRandom(SEED + i);
            OptionalInt read = staleRead(history, random);
            if (read.isPresent()) {
                changed++;
                Verdict verdict = judge.judge(staleAnswers(history).get(read.getAsInt()));
                assertThat(verdict).as("seed %d", SEED + i).isInstanceOf(Verdict.NotLinearizable.class);
            }
        }
        assertThat(changed).isGreaterThan(20);
    }

    private static OptionalInt staleRead(History history, SplittableRandom random) {
        List<Integer> reads = new ArrayList<>(staleAnswers(history).keySet());
        return reads.isEmpty() ? OptionalInt.empty() : OptionalInt.of(reads.get(random.nextInt(reads.size())));
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
    void judge_notLinearizable_tellsTheCulpritAndTheLongestBeginning() {
        History history =
                staleAnswers(run(16, 1_000, 0.3, SEED)).values().iterator().next();
        Verdict.NotLinearizable verdict = (Verdict.NotLinearizable) judge.judge(history);
        System.out.println(
                verdict.culprit().calls().size() + " of " + history.calls().size() + ", explained "
                        + verdict.explained().size() + ", unexplained " + verdict.unexplained() + ", minimised "
                        + verdict.minimised());
        verdict.culprit().calls().forEach(System.out::println);
        assertThat(verdict.culprit().calls()).hasSizeLessThan(history.calls().size());
        assertThat(judge.judge(verdict.culprit())).isInstanceOf(Verdict.NotLinearizable.class);
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
