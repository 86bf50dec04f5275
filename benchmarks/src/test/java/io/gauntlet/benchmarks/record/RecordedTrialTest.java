package io.gauntlet.benchmarks.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.benchmarks.fork.JudgedHistory;
import io.gauntlet.benchmarks.workload.Parts;
import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Tampered;
import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.History;
import io.gauntlet.history.file.HistoryFiles;
import io.gauntlet.history.judge.Judge;
import io.gauntlet.history.judge.JudgeLimits;
import io.gauntlet.history.judge.Verdict;
import io.gauntlet.history.record.Overlap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class RecordedTrialTest {

    private static final int CALLERS = 8;
    private static final long BOUND_SECONDS = 60;

    private final Population population = new Population(10);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(BOUND_SECONDS, TimeUnit.SECONDS))
                .as("callers ended within %d s", BOUND_SECONDS)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void trial_ofAnyStrategy_isLinearizable(CoordinatorStrategy strategy) throws Exception {
        RecordedTrial.Recorded recorded = play(coordinator(strategy, UnaryOperator.identity()), CALLERS, 50, 2);

        JudgedHistory judged = judge(TrialJudge.LIMITS, /* cores= */ 1, recorded);

        assertThat(judged.why()).isEmpty();
        assertThat(judged.linearizable()).isTrue();
        assertThat(judged.windows()).isBetween(4, 24);
        assertThat(judged.calls()).isEqualTo(judged.windows() * 512L);
        assertThat(judged.callsPerSecond()).isPositive();
        assertThat(judged.recordingNanos()).isPositive();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 200})
    void trial_ofAnyNumberOfCallers_recordsSomeCallsOfEach(int callers) throws Exception {
        RecordedTrial.Recorded recorded =
                play(coordinator(CoordinatorStrategy.MUTEX, UnaryOperator.identity()), callers, 90, 1);

        assertThat(recorded.windows())
                .hasSizeBetween(2, 12)
                .allSatisfy(window -> assertThat(window.calls())
                        .filteredOn(call -> call.caller() < callers)
                        .hasSize(callers * Math.max(4, 512 / callers)));
        assertThat(judge(TrialJudge.LIMITS, 1, recorded).linearizable()).isTrue();
    }

    @Test
    void refusals_areWrittenDownByTheirCause() throws Exception {
        RecordedTrial.Recorded recorded =
                play(coordinator(CoordinatorStrategy.MUTEX, UnaryOperator.identity()), CALLERS, 0, 2);

        assertThat(recorded.windows().stream().flatMap(window -> window.calls().stream()))
                .filteredOn(call -> call.operation() instanceof Operation.UpdateSessionState)
                .anyMatch(call -> call.outcome() instanceof Outcome.Refused);
    }

    @Test
    void stretch_thatWarmsUp_isPlayedAndThrownAway() throws Exception {
        SessionCoordinator coordinator = coordinator(CoordinatorStrategy.MUTEX, UnaryOperator.identity());
        RecordedTrial trial = new RecordedTrial(coordinator, population.config(), 2);

        int[] places = play(trial, new Parts(7, 90, 0, 2, population), 1, /* kept= */ false);

        assertThat(places[0]).isEqualTo(2 * 256);
        assertThat(judge(TrialJudge.LIMITS, 1, trial.recorded())).isEqualTo(JudgedHistory.NONE);
    }

    @Test
    void staleAnswers_ofACoordinatorWhoseInvariantsHold_areNotLinearizableAndKept() throws Exception {
        RecordedTrial.Recorded recorded =
                play(coordinator(CoordinatorStrategy.MUTEX, Tampered::staleActiveId), CALLERS, 50, 2);
        Path file = folder.resolve("forks").resolve("window.history");

        assertThatIllegalStateException()
                .isThrownBy(() -> new TrialJudge(TrialJudge.LIMITS, 1).judge("MUTEX", recorded, file))
                .withMessageContaining("MUTEX was NOT LINEARIZABLE")
                .withMessageContaining("HistoryMain judge " + file);
        assertThat(HistoryFiles.read(file))
                .hasSize(1)
                .allSatisfy(window -> assertThat(new Judge(JudgeLimits.defaults()).judge(window))
                        .isInstanceOf(Verdict.NotLinearizable.class));
    }

    @Test
    void judge_whoMayTryOneStep_isUndecided() throws Exception {
        RecordedTrial.Recorded recorded =
                play(coordinator(CoordinatorStrategy.MUTEX, UnaryOperator.identity()), 1, 50, 1);

        JudgedHistory judged = judge(TrialJudge.LIMITS.withMaxSteps(1), 1, recorded);

        assertThat(judged.verdict()).isEqualTo(JudgedHistory.Verdict.UNDECIDED);
        assertThat(judged.why()).isEqualTo("window 1 of 2 is undecided, steps: more than 1");
    }

    @Test
    void calls_thatNeverOverlapWhereTheyCould_areUndecided() throws Exception {
        RecordedTrial.Recorded alone = play(coordinator(CoordinatorStrategy.MUTEX, UnaryOperator.identity()), 1, 90, 1);
        List<History> windows = alone.windows();
        assertThat(windows).allMatch(window -> Overlap.overlappingCalls(window) == 0);

        assertThat(judge(TrialJudge.LIMITS, 2, alone).linearizable()).isTrue();
        RecordedTrial.Recorded ofTwo = new RecordedTrial.Recorded(2, windows, "", 1);
        assertThat(judge(TrialJudge.LIMITS, 1, ofTwo).linearizable()).isTrue();
        assertThat(judge(TrialJudge.LIMITS, 2, ofTwo))
                .returns(JudgedHistory.Verdict.UNDECIDED, JudgedHistory::verdict)
                .extracting(JudgedHistory::why)
                .asString()
                .contains("overlapped another");
    }

    @Test
    void trial_thatWasCutShort_isUndecided() throws Exception {
        List<History> windows = play(coordinator(CoordinatorStrategy.MUTEX, UnaryOperator.identity()), 1, 90, 1)
                .windows();

        assertThat(judge(TrialJudge.LIMITS, 1, new RecordedTrial.Recorded(1, windows, "no more", 1)))
                .returns(JudgedHistory.Verdict.UNDECIDED, JudgedHistory::verdict)
                .returns("no more", JudgedHistory::why);
    }

    @Test
    void caller_whoGoesAway_sendsTheOthersAway() {
        SessionCoordinator broken =
                Tampered.of(coordinator(CoordinatorStrategy.MUTEX, UnaryOperator.identity()), answer -> {
                    if (answer instanceof String) {
                        throw new UnsupportedOperationException("planted");
                    }
                    return answer;
                });

        assertThatThrownBy(() -> play(broken, CALLERS, 100, 1))
                .isInstanceOf(ExecutionException.class)
                .hasStackTraceContaining("planted");
    }

    private SessionCoordinator coordinator(CoordinatorStrategy strategy, UnaryOperator<SessionCoordinator> tampering) {
        SessionCoordinator coordinator = tampering.apply(strategy.create(population.config()));
        population.openIn(coordinator, 2);
        return coordinator;
    }

    private JudgedHistory judge(JudgeLimits limits, int cores, RecordedTrial.Recorded recorded) throws IOException {
        return new TrialJudge(limits, cores).judge("MUTEX", recorded, folder.resolve("window.history"));
    }

    private RecordedTrial.Recorded play(SessionCoordinator coordinator, int callers, int readPercent, int stretches)
            throws Exception {
        Parts parts = new Parts(7, readPercent, 0, callers, population);
        RecordedTrial trial = new RecordedTrial(coordinator, population.config(), callers);
        play(trial, parts, stretches, /* kept= */ true);
        return trial.recorded();
    }

    private int[] play(RecordedTrial trial, Parts parts, int stretches, boolean kept) throws Exception {
        List<Future<Integer>> ends = new ArrayList<>();
        for (int number = 0; number < parts.callers(); number++) {
            int caller = number;
            ends.add(threads.submit(() -> {
                int place = parts.offset(caller);
                for (int stretch = 1; stretch <= stretches; stretch++) {
                    int begun = place;
                    place = trial.play(stretch, kept, caller, parts.tape(caller), begun);
                }
                return place;
            }));
        }
        int[] places = new int[ends.size()];
        for (int caller = 0; caller < places.length; caller++) {
            places[caller] = ends.get(caller).get(BOUND_SECONDS, TimeUnit.SECONDS);
        }
        return places;
    }
}
