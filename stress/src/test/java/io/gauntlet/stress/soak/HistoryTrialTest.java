package io.gauntlet.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.noise.NoiseSettings;
import io.gauntlet.stress.ProofBudget;
import io.gauntlet.stress.Subject;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.TrialArguments;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTrialTest {

    @TempDir
    private Path folder;

    /** This JVM was not started through the program that writes noise into the classes on trial. */
    @Test
    @Tag("slow")
    void run_withoutTheNoiseThatIsAskedFor_isNotRun() throws Exception {
        TrialArguments arguments = new TrialArguments(
                Subject.named("MUTEX"), Checker.HISTORY_PLATFORM, ProofBudget.QUICK, /* seed= */ 7, folder);

        Finding finding = new HistoryTrial(arguments, NoiseSettings.read(new Properties())).run();

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(finding.reason()).startsWith("there was no noise");
        assertThat(finding.effort()).containsEntry("noise: points passed", 0L).containsKey("windows judged");
    }
}
