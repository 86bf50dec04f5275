package io.gauntlet.stress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.trial.Finding;
import org.junit.jupiter.api.Test;

class DifferentialTrialTest {

    private static final long SEED = 20_261_124;

    @Test
    void run_sameAnswers_passesWithWhatWasAsked() {
        Finding finding = DifferentialTrial.run(CoordinatorStrategy.LOCK_FREE::create, SEED, 2_000);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASSED);
        assertThat(finding.effort()).containsEntry("operations", 2_000L).containsEntry("kinds of operation", 15L);
    }

    @Test
    void run_otherLimit_failsWithSeedAndStep() {
        Finding finding = DifferentialTrial.run(
                config -> CoordinatorStrategy.MUTEX.create(config.withMaxActiveSessions(4)), SEED, 2_000);

        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason()).startsWith("it differs from the reference: seed " + SEED + ", step ");
        assertThat(finding.witness()).contains("reference:").contains("subject:");
    }

    @Test
    void run_tooFewOperations_isNotRun() {
        assertThat(DifferentialTrial.run(CoordinatorStrategy.MUTEX::create, SEED, 5)
                        .verdict())
                .isEqualTo(Verdict.NOT_RUN);
    }
}
