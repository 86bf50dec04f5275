package io.gauntlet.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.report.SampleEvidence;
import io.gauntlet.report.SampleHazards;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HazardVerdictTest {

    @TempDir
    Path folder;

    private SampleEvidence sample;

    @BeforeEach
    void writeFlawlessEvidence() {
        sample = SampleEvidence.complete(folder);
    }

    @Test
    void hazards_playedOrBeyondTheMachine_areNotRed() {
        Trial trial = judge();

        assertThat(trial.red()).isEmpty();
        assertThat(trial.hazards()).hasSize(19);
        assertThat(trial.hazards())
                .filteredOn(hazard -> hazard.lack().isPresent())
                .singleElement()
                .satisfies(hazard -> {
                    assertThat(hazard.hazard()).isEqualTo(SampleHazards.UNPLAYABLE);
                    assertThat(hazard.lack()).contains("needs 4 processors, here are 2");
                    assertThat(hazard.isPlayedWith(7)).isFalse();
                });
        assertThat(trial.hazards()).filteredOn(hazard -> hazard.isPlayedWith(7)).hasSize(18);
    }

    @Test
    void hazard_notRunForAnotherReason_isNoPass() {
        pass(SampleHazards.replaced("LIMIT_RACE", "LOCK_FREE", notRun("0 of 1 forks gave a result", 1)));

        assertNotRun("LIMIT_RACE was not run: 0 of 1 forks gave a result");
    }

    @Test
    void hazard_withoutConfigurationsAndWithoutLackOfProcessors_isNoPass() {
        pass(SampleHazards.replaced("LIMIT_RACE", "LOCK_FREE", notRun("it was left out", 0)));

        assertNotRun("LIMIT_RACE was not run: it was left out");
    }

    @Test
    void hazard_thatOthersSpeakOf_isMissed() {
        pass(SampleHazards.replaced("LIMIT_RACE", "LOCK_FREE"));

        assertNotRun("it does not speak of LIMIT_RACE, of which other checks do");
    }

    @Test
    void hazards_none_areNoPass() {
        pass(List.of());

        assertNotRun("it played no hazard");
    }

    @Test
    void hazards_ofACheckThatIsMissing_areUnknown() {
        sample.remove(Checker.JCSTRESS, "LOCK_FREE");

        assertThat(judge().hazards())
                .hasSize(19)
                .allSatisfy(hazard ->
                        assertThat(hazard.of(CoordinatorStrategy.LOCK_FREE)).isEmpty());
    }

    @Test
    void hazards_ofACheckThatDidNotRunInFull_areTold() {
        sample.hazards(
                "LOCK_FREE",
                Verdict.NOT_RUN,
                "LIMIT_RACE: no",
                SampleHazards.replaced("LIMIT_RACE", "LOCK_FREE", notRun("no", 1)));

        Trial trial = judge();

        assertThat(trial.red()).containsExactly(new Red("LOCK_FREE", "jcstress", "NOT RUN: LIMIT_RACE: no"));
        assertThat(trial.hazards()).filteredOn(hazard -> hazard.isPlayedWith(7)).hasSize(17);
    }

    private void pass(List<HazardResult> hazards) {
        sample.hazards("LOCK_FREE", Verdict.PASSED, "", hazards);
    }

    private static HazardResult notRun(String reason, int configurations) {
        return SampleHazards.notRun("LIMIT_RACE", "LOCK_FREE", reason, configurations);
    }

    private void assertNotRun(String reason) {
        assertThat(judge().red()).singleElement().satisfies(red -> {
            assertThat(red.subject()).isEqualTo("LOCK_FREE");
            assertThat(red.tool()).isEqualTo("jcstress");
            assertThat(red.what())
                    .startsWith("NOT RUN: ")
                    .contains("says PASSED")
                    .contains(reason);
        });
    }

    private Trial judge() {
        return Trial.of(
                Arrays.asList(CoordinatorStrategy.values()), Dossier.read(sample.folders(), SampleEvidence.SHA));
    }
}
