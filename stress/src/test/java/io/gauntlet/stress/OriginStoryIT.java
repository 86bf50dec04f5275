package io.gauntlet.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.trial.CheckerProcess;
import io.gauntlet.stress.trial.ProsecutionSettings;
import io.gauntlet.stress.trial.TrialArguments;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story this project began with, told by its own code: what a green smoke test is worth. */
class OriginStoryIT {

    @TempDir
    Path folder;

    private CheckEvidence check(String subject, Checker checker) throws InterruptedException {
        ProsecutionSettings settings = ProsecutionSettings.read(System.getProperties());
        TrialArguments check = new TrialArguments(
                Subject.named(subject), checker, settings.budget(), settings.seed(), folder.resolve("evidence"));
        return new CheckerProcess(Programs.of(checker), check, check.budget().timeLimit()).run();
    }

    /** One lock for each field, released in between: 300 reading tasks see nothing, a model checker sees it at once. */
    @Test
    void lockPerField_smokeTestsPass_lincheckDoesNot() throws InterruptedException {
        CheckEvidence smoke = check("BrokenLockPerField", Checker.SMOKE);
        CheckEvidence lincheck = check("BrokenLockPerField", Checker.LINCHECK_HAZARDS);

        assertThat(smoke.verdict()).as(smoke.reason()).isEqualTo(Verdict.PASSED);
        assertThat(smoke.effort()).containsEntry("tests", 3L).containsEntry("tasks", 300L);
        assertThat(lincheck.verdict()).as(lincheck.reason()).isEqualTo(Verdict.FAILED);
        assertThat(lincheck.witness()).contains("CreateSession", "ActiveSessionId");
    }

    /** Both locks held, taken in opposite orders: the smoke tests pass again; model checker and watchdog find the deadlock. */
    @Test
    void lockOrder_smokeTestsPass_lincheckAndWatchdogFindTheDeadlock() throws InterruptedException {
        CheckEvidence smoke = check("BrokenLockOrder", Checker.SMOKE);
        CheckEvidence lincheck = check("BrokenLockOrder", Checker.LINCHECK_HAZARDS);
        CheckEvidence soak = check("BrokenLockOrder", Checker.SOAK_PLATFORM);

        assertThat(smoke.verdict()).as(smoke.reason()).isEqualTo(Verdict.PASSED);
        assertThat(lincheck.verdict()).as(lincheck.reason()).isEqualTo(Verdict.FAILED);
        assertThat(lincheck.reason()).contains("hung");
        assertThat(soak.verdict()).as(soak.reason()).isEqualTo(Verdict.FAILED);
        assertThat(soak.reason()).contains("deadlock");
        assertThat(soak.witness()).contains("wait for each other", "BrokenLockOrder");
    }
}
