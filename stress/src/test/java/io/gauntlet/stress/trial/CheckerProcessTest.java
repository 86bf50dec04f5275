package io.gauntlet.stress.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.ProofBudget;
import io.gauntlet.stress.Subject;
import io.gauntlet.stress.trial.MisbehavingTrial.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No check passes without having run: every way in which a check's JVM can fail ends in NOT_RUN, with its own reason. */
@Tag("slow")
class CheckerProcessTest {

    private static final Duration PLENTY = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private CheckEvidence run(Way way, Duration timeLimit) throws InterruptedException {
        return new CheckerProcess(MisbehavingTrial.program(way), check(), timeLimit).run();
    }

    private TrialArguments check() {
        return new TrialArguments(
                Subject.named("MUTEX"), Checker.SMOKE, ProofBudget.QUICK, 1, folder.resolve("evidence"));
    }

    private CheckEvidence kept() throws IOException {
        return EvidenceFiles.readCheck(
                folder.resolve("evidence").resolve(EvidenceFiles.checkFileName(Checker.SMOKE, "MUTEX")));
    }

    @Test
    void run_childPasses_isBelieved() throws Exception {
        CheckEvidence evidence = run(Way.PASS, PLENTY);
        assertThat(evidence.verdict()).as(evidence.reason()).isEqualTo(Verdict.PASSED);
        assertThat(kept()).isEqualTo(evidence);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Way.EXIT_WITH_3, "exit code 3"),
                Arguments.of(Way.WRITE_NOTHING, "left 0 evidence files"),
                Arguments.of(Way.WRITE_GARBAGE, "cannot be used"),
                Arguments.of(Way.WRITE_HALF, "cannot be used"),
                Arguments.of(Way.SPEAK_OF_ANOTHER_SUBJECT, "SMOKE on SYNCHRONIZED"),
                Arguments.of(Way.CLAIM_TO_BE_ANOTHER_KIND, "known-bad"),
                Arguments.of(
                        Way.MISS_THE_CANARY, "the canary, a planted bug that this checker must catch, was not caught"),
                Arguments.of(Way.WRITE_THEN_BE_KILLED, "exit code 137"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void run_childFails_isNotRunWithItsReason(Way way, String reason) throws Exception {
        CheckEvidence evidence = run(way, PLENTY);
        assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(evidence.reason()).contains(reason);
        assertThat(kept()).isEqualTo(evidence);
    }

    @Test
    void run_childNeverEnds_isKilledAndNotRun() throws Exception {
        CheckEvidence evidence = run(Way.NEVER_END, Duration.ofSeconds(2));
        assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(evidence.reason()).contains("did not end within 2.0 s");
    }

    @Test
    void run_afterAnEarlierPass_doesNotLiveOnItsEvidence() throws Exception {
        assertThat(run(Way.PASS, PLENTY).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run(Way.WRITE_NOTHING, PLENTY).verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(kept().verdict()).isEqualTo(Verdict.NOT_RUN);
    }

    @Test
    void run_interrupted_killsTheChildAndSaysSo() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(Way.NEVER_END, PLENTY)).isInstanceOf(InterruptedException.class);
        assertThat(kept().verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(kept().reason()).contains("interrupted");
    }

    @Test
    void parse_wrongWords_nameTheValueAndWhatIsAllowed() {
        List<String> right = check().toCommandLine();
        assertThatThrownBy(() -> TrialArguments.parse(new String[] {"MUTEX"})).hasMessageContaining("5 arguments");
        assertThatThrownBy(() -> TrialArguments.parse(replaced(right, 0, "MUTEXX")))
                .hasMessageContaining("'MUTEXX'")
                .hasMessageContaining("BrokenLockPerField");
        assertThatThrownBy(() -> TrialArguments.parse(replaced(right, 1, "smoky")))
                .hasMessageContaining("'smoky'")
                .hasMessageContaining("LINCHECK_STRESS");
        assertThatThrownBy(() -> TrialArguments.parse(replaced(right, 2, "huge")))
                .hasMessageContaining("'huge'")
                .hasMessageContaining("quick, deep");
        assertThatThrownBy(() -> TrialArguments.parse(replaced(right, 3, "x"))).hasMessageContaining("'x'");
        assertThat(TrialArguments.parse(right.toArray(String[]::new))).isEqualTo(check());
    }

    private static String[] replaced(List<String> words, int index, String word) {
        String[] copy = words.toArray(String[]::new);
        copy[index] = word;
        return copy;
    }
}
