package io.gauntlet.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.history.History;
import io.gauntlet.history.file.HistoryFiles;
import io.gauntlet.history.judge.Judge;
import io.gauntlet.history.judge.JudgeLimits;
import io.gauntlet.history.judge.Verdict.NotLinearizable;
import io.gauntlet.stress.canary.Planted;
import io.gauntlet.stress.museum.YieldingGuard;
import io.gauntlet.stress.soak.RecordedSoak.Size;
import io.gauntlet.stress.trial.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
@Timeout(600)
class RecordedSoakTest {

    private static final long SEED = 20_261_124;
    private static final Size SIZE = new Size(/* callers= */ 16, /* callsPerWindow= */ 40);
    private static final int WINDOWS = 20;
    private static final JudgeLimits JUDGE = JudgeLimits.defaults();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(180);

    /** Of callers who all come to wait for ever after a few calls. */
    private static final Duration IMPATIENCE = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private Finding soak(Function<CoordinatorConfig, SessionCoordinator> subject) throws Exception {
        return soak(subject, CallerThreads.platform(), JUDGE, PATIENCE);
    }

    private Finding soak(
            Function<CoordinatorConfig, SessionCoordinator> subject,
            ThreadFactory threads,
            JudgeLimits judge,
            Duration patience)
            throws Exception {
        return soak(subject, threads, WindowJudge.ofSubject(judge, WINDOWS), patience);
    }

    private Finding soak(
            Function<CoordinatorConfig, SessionCoordinator> subject,
            ThreadFactory threads,
            WindowJudge judge,
            Duration patience)
            throws Exception {
        return new RecordedSoak(subject, threads, Disturbance.NONE, SIZE, SEED, judge, patience, TIME_LIMIT, folder)
                .run();
    }

    /** A strategy two of whose callers meet in the midst of saving, since without noise they may never overlap. */
    private static Function<CoordinatorConfig, SessionCoordinator> overlapping(CoordinatorStrategy strategy) {
        CountDownLatch twoSave = new CountDownLatch(2);
        return config -> strategy.create(config.withStore(session -> {
            twoSave.countDown();
            await(twoSave);
        }));
    }

    @ParameterizedTest
    @EnumSource
    void run_anyStrategy_passes(CoordinatorStrategy strategy) throws Exception {
        Finding finding = soak(overlapping(strategy));

        assertThat(finding.verdict()).as(finding.reason() + finding.witness()).isEqualTo(Verdict.PASSED);
        assertThat(finding.effort())
                .containsEntry("callers", 16L)
                .containsEntry("windows judged", (long) WINDOWS)
                .containsEntry("calls judged", (long) WINDOWS * (16 * 40 + 2))
                .containsKeys("overlapping calls", "steps of the judge");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void run_virtualCallers_passOnAnyJdkThatHasThem() throws Exception {
        Optional<ThreadFactory> virtual = CallerThreads.virtual();
        if (virtual.isPresent()) {
            Finding finding = soak(overlapping(CoordinatorStrategy.SYNCHRONIZED), virtual.get(), JUDGE, PATIENCE);
            assertThat(finding.verdict())
                    .as(finding.reason() + finding.witness())
                    .isEqualTo(Verdict.PASSED);
        }
    }

    /** Each answer by itself is right, and none contradicts what its caller saw before: only a judge of all answers can tell. */
    @Test
    void run_plausibleSnapshots_areFoundHereAndNotAnswerByAnswer() throws Exception {
        Finding answers = new Soak(
                        SoakCanaries.plausibleSnapshots(),
                        CallerThreads.platform(),
                        SIZE.callers(),
                        WINDOWS * SIZE.callsPerWindow(),
                        SEED,
                        PATIENCE,
                        TIME_LIMIT)
                .run();
        assertThat(answers.verdict()).as(answers.reason() + answers.witness()).isEqualTo(Verdict.PASSED);

        Finding history = soak(SoakCanaries.plausibleSnapshots());
        assertThat(history.verdict()).as(history.reason()).isEqualTo(Verdict.FAILED);
        assertThat(history.reason())
                .contains("no order explains the answers of window ")
                .doesNotContain("\n");
        assertThat(history.witness()).contains("seed " + SEED, "Snapshot[]", "NOT LINEARIZABLE", "HistoryMain judge ");
    }

    /** The two fields of the origin made atomic, and callers that let each other go first: an exhibit caught at its work. */
    @Test
    void run_exhibitWithYields_isFound() throws Exception {
        Finding finding = soak(YieldingGuard::twoAtomics);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason()).contains("no order explains the answers of window ");
    }

    @Test
    void run_windowThatNoOrderExplains_isKeptAndJudgedTheSameAgain() throws Exception {
        Finding finding = soak(SoakCanaries.plausibleSnapshots());
        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);

        List<Path> kept;
        try (var files = Files.list(folder)) {
            kept = files.toList();
        }
        assertThat(kept).singleElement().satisfies(file -> {
            assertThat(finding.witness()).contains(file.getFileName().toString());
            List<History> windows = HistoryFiles.read(file);
            assertThat(windows)
                    .singleElement()
                    .satisfies(window -> assertThat(new Judge(JudgeLimits.defaults()).judge(window))
                            .isInstanceOf(NotLinearizable.class));
        });
    }

    @Test
    void run_judgeThatMayNotSearch_isNotRun() throws Exception {
        Finding finding = soak(
                CoordinatorStrategy.MUTEX::create,
                CallerThreads.platform(),
                JudgeLimits.defaults().withMaxSteps(1),
                PATIENCE);
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(finding.reason()).contains("window 1 is undecided", "steps", "HistoryMain judge");
        assertThat(folder.resolve("window-1.history")).exists();
    }

    @Test
    void run_canaryWhoseWindowsAreAllUndecided_isNotRun() throws Exception {
        Finding finding = soak(
                CoordinatorStrategy.MUTEX::create,
                CallerThreads.platform(),
                WindowJudge.ofCanary(JUDGE.withMaxSteps(1), WINDOWS),
                PATIENCE);
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(finding.reason()).contains(WINDOWS + " windows are undecided");
        assertThat(finding.effort()).containsEntry("windows judged", (long) WINDOWS);
    }

    @Test
    void run_unexpectedException_isFoundWithItsStack() throws Exception {
        Finding finding = soak(Planted.answer("activeSessionId", answer -> {
            throw new IllegalStateException("broken on purpose");
        }));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason())
                .isEqualTo("ActiveSessionId: threw java.lang.IllegalStateException: broken on purpose");
        assertThat(finding.witness()).contains("seed " + SEED, "at io.gauntlet.stress.soak");
    }

    @Test
    void run_callersThatWaitForEver_isFoundWithWhereTheyStand() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try {
            Finding finding = soak(
                    Planted.answer("appendOutput", answer -> {
                        await(never);
                        return answer;
                    }),
                    CallerThreads.platform(),
                    JudgeLimits.defaults(),
                    IMPATIENCE);
            assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
            assertThat(finding.reason()).isEqualTo("no caller made progress for 3.0 s");
            assertThat(finding.witness()).contains("CountDownLatch");
        } finally {
            never.countDown();
        }
    }

    @Test
    void run_deadlock_isFound() throws Exception {
        Finding finding = soak(SoakCanaries.oppositeLocks());
        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason()).contains("deadlock");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never ended");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts callers", e);
        }
    }
}
