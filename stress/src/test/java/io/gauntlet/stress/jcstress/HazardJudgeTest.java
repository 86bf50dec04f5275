package io.gauntlet.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.CheckEvidence.Outcome;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.ProofBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;

/** No hazard passes that was not played in full. */
class HazardJudgeTest {

    private static final TestInfo TEST = Tests.canary();

    private static TestResult fork(Status status, Map<String, Long> seen) {
        TestResult result = new TestResult(status);
        seen.forEach(result::addState);
        result.setConfig(new TestConfig(
                ForkOptions.of(ProofBudget.QUICK), TEST, /* forkId= */ 0, List.of(), /* compileMode= */ -1, null));
        return result;
    }

    private static HazardResult judge(int planned, TestResult... forks) {
        return judge(planned, Optional.empty(), forks);
    }

    private static HazardResult judge(int planned, Optional<String> hang, TestResult... forks) {
        return new HazardJudge("A_HAZARD", TEST, planned, "replay")
                .judge(new Forks.Played(List.of(forks), hang), /* seconds= */ 1);
    }

    private static void assertNotRun(HazardResult result, String reason) {
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(result.reason()).contains(reason);
    }

    @Test
    void judge_onlyLegalOutcomes_passesWithAllThatWasSeenAndAllThatWasNot() {
        HazardResult result = judge(
                2,
                fork(Status.NORMAL, Map.of("true, true", 7L)),
                fork(Status.NORMAL, Map.of("true, true", 3L, "true, false", 5L)));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.samples()).isEqualTo(15);
        assertThat(result.configurations()).isEqualTo(2);
        assertThat(result.outcomes())
                .contains(
                        new Outcome("true, true", /* legal= */ true, "both raised their flag, then looked", 10),
                        new Outcome("true, false", /* legal= */ true, "the right one was first", 5),
                        new Outcome(
                                "false, false",
                                /* legal= */ false,
                                "both enter: each looked before its own flag was up",
                                0));
    }

    @Test
    void judge_forbiddenOutcome_failsAndNamesIt() {
        HazardResult result = judge(1, fork(Status.NORMAL, Map.of("true, true", 7L, "false, false", 2L)));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.reason()).contains("\"false, false\" 2 times: both enter");
    }

    @Test
    void judge_outcomeThatNobodyNamed_fails() {
        assertThat(judge(1, fork(Status.NORMAL, Map.of("maybe, maybe", 1L))).verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void judge_forbiddenOutcomeBesideABrokenFork_fails() {
        assertThat(judge(2, fork(Status.VM_ERROR, Map.of()), fork(Status.NORMAL, Map.of("false, false", 1L)))
                        .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void judge_noFork_isNotRun() {
        assertNotRun(judge(1), "0 of 1 forks gave a result");
    }

    @Test
    void judge_noForkPlanned_isNotRun() {
        assertNotRun(judge(0), "0 of 0 forks gave a result");
    }

    @Test
    void judge_oneForkTooFew_isNotRun() {
        assertNotRun(judge(2, fork(Status.NORMAL, Map.of("true, true", 7L))), "1 of 2 forks gave a result");
    }

    @Test
    void judge_noSamples_isNotRun() {
        assertNotRun(judge(1, fork(Status.NORMAL, Map.of())), "0 samples");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NORMAL", "TIMEOUT_ERROR"})
    void judge_forkThatBroke_isNotRun(Status status) {
        assertNotRun(judge(1, fork(status, Map.of("true, true", 7L))), status.name());
    }

    @Test
    void judge_timeOutOrHang_fails() {
        assertThat(judge(1, fork(Status.TIMEOUT_ERROR, Map.of())).reason()).contains("the callers hung");
        HazardResult hung = judge(1, Optional.of("no result after 40 s\nthread dump"), fork(Status.VM_ERROR, Map.of()));
        assertThat(hung.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(hung.reason()).isEqualTo("the callers hung: no result after 40 s");
    }

    @Test
    void unplayable_saysHowManyProcessorsItNeeds() {
        assertNotRun(new HazardJudge("A_HAZARD", TEST, 0, "replay").unplayable(1), "needs 2 processors, here are 1");
    }
}
