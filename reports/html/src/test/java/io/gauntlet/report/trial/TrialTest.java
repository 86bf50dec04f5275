package io.gauntlet.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.report.SampleEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {

    private static final String OTHER_SHA = "b0".repeat(32);

    @TempDir
    Path folder;

    private SampleEvidence sample;

    @BeforeEach
    void writeFlawlessEvidence() {
        sample = SampleEvidence.complete(folder);
    }

    @Test
    void evidence_flawless_provesEverythingAndIsGreen() {
        Trial trial = judge();

        assertThat(trial.red()).isEmpty();
        assertThat(trial.strategies())
                .hasSameSizeAs(CoordinatorStrategy.values())
                .allMatch(StrategyVerdict::isProven);
        assertThat(trial.mixes()).extracting(Mix::readPercent).containsExactly(100, 99, 90, 50);
        assertThat(trial.mixes()).allSatisfy(mix -> assertThat(mix.shown()).hasSameSizeAs(mix.lanes()));
    }

    @Test
    void evidence_none_provesNothing() {
        Trial trial = judge(SampleEvidence.empty(folder.resolve("elsewhere")));

        assertThat(trial.strategies()).noneMatch(StrategyVerdict::isProven);
        assertThat(trial.strategies())
                .flatExtracting(verdict -> verdict.findings().values())
                .allSatisfy(finding -> assertThat(finding)
                        .isInstanceOfSatisfying(
                                Finding.NotRun.class,
                                notRun -> assertThat(notRun.reason()).contains("does not exist")));
        assertThat(trial.red()).extracting(Red::subject).contains("MUTEX", "museum");
        assertThat(trial.reading()).isInstanceOf(StopwatchReading.Absent.class);
    }

    @ParameterizedTest
    @EnumSource(Checker.class)
    void check_missing_isNotRunWithTheFileName(Checker checker) {
        Path file = sample.remove(checker, "LOCK_FREE");

        assertNotRun(checker, "no file " + file.getFileName());
        assertThat(judge().red()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "{ | is not whole JSON",
                "{\"schema\":\"gauntlet/check/9\"} | gauntlet/check/9",
                "{\"schema\":\"gauntlet/check/2\"} | violates gauntlet/check/2",
            })
    void check_damaged_isNotRunWithFileAndReason(String content, String reason) {
        Path file = sample.damage(Checker.SMOKE, "LOCK_FREE", content);

        assertNotRun(Checker.SMOKE, file.toString());
        assertNotRun(Checker.SMOKE, reason);
    }

    @Test
    void check_inBothFolders_isNotRunWithBothFiles() throws IOException {
        String name = EvidenceFiles.checkFileName(Checker.SMOKE, "LOCK_FREE");
        Path copy =
                Files.copy(sample.proofs().resolve(name), sample.measurements().resolve(name));

        assertNotRun(Checker.SMOKE, "2 files claim to be it");
        assertNotRun(Checker.SMOKE, copy.toString());
    }

    @Test
    void check_goodAndDamagedInAnotherFolder_isNotRun() throws IOException {
        String name = EvidenceFiles.checkFileName(Checker.SMOKE, "LOCK_FREE");
        Files.writeString(sample.measurements().resolve(name), "{");

        assertNotRun(Checker.SMOKE, "2 files claim to be it");
    }

    @Test
    void folder_namedTwice_isReadOnce() {
        List<Path> twice =
                List.of(sample.proofs(), sample.measurements(), sample.proofs().resolve("../evidence"));

        assertThat(Trial.of(all(), Dossier.read(twice, SampleEvidence.SHA)).red())
                .isEmpty();
    }

    @Test
    void check_ofOtherClasses_isNotRun() {
        sample.ofClasses(OTHER_SHA).pass(Checker.SMOKE, "LOCK_FREE");

        assertNotRun(Checker.SMOKE, "speaks of other classes (SHA-256 b0b0b0b0b0b0) than these (5a5a5a5a5a5a)");
    }

    @Test
    void check_saidToBeOfKnownBadCode_isNotRun() {
        sample.knownBad(Checker.SMOKE, "LOCK_FREE", Verdict.PASSED);

        assertNotRun(Checker.SMOKE, "says knownBad is true");
    }

    @Test
    void check_reportedNotRun_isNotRunWithItsReason() {
        sample.notRun(Checker.LINCHECK_STRESS, "LOCK_FREE", "the agent was not attached");

        assertNotRun(Checker.LINCHECK_STRESS, "the agent was not attached");
    }

    @Test
    void check_failed_isRedWithItsReason() {
        sample.fail(Checker.LINCHECK_STRESS, "LOCK_FREE", "a session was lost", "trace");

        assertThat(finding(Checker.LINCHECK_STRESS)).isInstanceOf(Finding.Failed.class);
        assertThat(judge().red())
                .containsExactly(new Red("LOCK_FREE", "Lincheck stress", "FAILED: a session was lost"));
    }

    @Test
    void virtualThreads_onJdk17_areNotHeldAgainstTheStrategy() {
        sample.onJdk("17.0.15+6 (x)").notRun(Checker.SOAK_VIRTUAL, "LOCK_FREE", "virtual threads need JDK 21");

        assertThat(finding(Checker.SOAK_VIRTUAL)).isEqualTo(new Finding.NotApplicable("virtual threads need JDK 21"));
        assertThat(judge().red()).isEmpty();
        assertThat(verdict(judge()).isProven()).isTrue();
    }

    @Test
    void virtualThreads_notRunOnJdk21_areRed() {
        sample.onJdk("21 (x)").notRun(Checker.SOAK_VIRTUAL, "LOCK_FREE", "virtual threads need JDK 21");

        assertNotRun(Checker.SOAK_VIRTUAL, "virtual threads need JDK 21");
    }

    @Test
    void virtualThreads_missing_areRedOnAnyJdk() {
        sample.remove(Checker.SOAK_VIRTUAL, "LOCK_FREE");

        assertNotRun(Checker.SOAK_VIRTUAL, "no file");
    }

    @Test
    void otherChecker_notRunOnJdk17_isRed() {
        sample.onJdk("17 (x)").notRun(Checker.SOAK_PLATFORM, "LOCK_FREE", "no time");

        assertNotRun(Checker.SOAK_PLATFORM, "no time");
    }

    @Test
    void selection_narrow_expectsOnlyTheSelected() {
        sample.remove(Checker.SMOKE, "MUTEX");

        Trial trial = Trial.of(List.of(CoordinatorStrategy.LOCK_FREE), dossier(sample));

        assertThat(trial.red()).isEmpty();
        assertThat(trial.isNarrowed()).isTrue();
        assertThat(Caveats.of(trial))
                .anyMatch(caveat -> caveat.contains("Only LOCK_FREE was selected, of 7 strategies"));
        assertThat(trial.mixes()).allSatisfy(mix -> assertThat(mix.lanes()).hasSize(1));
    }

    @Test
    void strategy_notProven_hasNoNumberAndLeavesTheRanking() {
        sample.notRun(Checker.SMOKE, "LOCK_FREE", "no time");
        sample.fail(Checker.CONTRACT, "LOCK_FREE", "wrong", "");

        assertThat(judge().mixes()).isNotEmpty().allSatisfy(mix -> {
            assertThat(mix.lanes())
                    .contains(new Lane.Withheld(CoordinatorStrategy.LOCK_FREE, "not proven: 1 failed, 1 not run"));
            assertThat(mix.shown()).hasSize(6).allMatch(lane -> lane.rank().of() == 6);
        });
    }

    @Test
    void mutex_notProven_leavesNoRatio() {
        sample.remove(Checker.SMOKE, "MUTEX");

        assertThat(judge().mixes())
                .allSatisfy(mix -> assertThat(mix.shown())
                        .isNotEmpty()
                        .allMatch(lane -> lane.ratio().isEmpty() && !lane.isTieWithMutex()));
    }

    @Test
    void measurement_ofOtherClasses_isNotShown() {
        sample.ofClasses(OTHER_SHA).measure("quick", true);

        Trial trial = judge();

        assertThat(trial.reading())
                .isInstanceOfSatisfying(
                        StopwatchReading.Absent.class,
                        absent -> assertThat(absent.reason()).contains("speaks of other classes"));
        assertThat(trial.mixes()).isEmpty();
        assertThat(trial.red()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"schema\":\"gauntlet/measurement/2\"}"})
    void measurement_damaged_isNotShownWithTheReason(String content) throws IOException {
        Path file = Files.writeString(sample.measurements().resolve("measurement.json"), content);

        assertThat(judge().reading())
                .isInstanceOfSatisfying(
                        StopwatchReading.Absent.class,
                        absent -> assertThat(absent.reason()).startsWith(file.toString()));
    }

    @Test
    void measurement_missing_isNotShownWithTheReason() throws IOException {
        Files.delete(sample.measurements().resolve("measurement.json"));

        assertThat(judge().reading())
                .isInstanceOfSatisfying(
                        StopwatchReading.Absent.class,
                        absent -> assertThat(absent.reason()).startsWith("no file measurement.json in "));
    }

    @Test
    void measurement_withoutOneStrategyAtOneMix_saysNotMeasured() {
        sample.measure(run -> new MeasurementEvidence(
                run.budget(),
                run.callers(),
                run.sessions(),
                run.seed(),
                /* complete= */ false,
                run.seconds(),
                run.results().stream()
                        .filter(result -> !(result.subject().equals("LOCK_FREE") && result.readPercent() == 90))
                        .toList(),
                run.provenance()));

        Trial trial = judge();

        assertThat(trial.mixes())
                .filteredOn(
                        mix -> mix.lanes().contains(new Lane.Withheld(CoordinatorStrategy.LOCK_FREE, "not measured")))
                .extracting(Mix::readPercent)
                .containsExactly(90);
        assertThat(Caveats.ofMeasurement(trial)).anyMatch(caveat -> caveat.contains("incomplete"));
    }

    @Test
    void ceiling_measuredAtReadsOnly_standsOverEveryMix() {
        assertThat(judge().mixes())
                .allSatisfy(mix -> assertThat(mix.ceiling())
                        .hasValueSatisfying(
                                result -> assertThat(result.readPercent()).isEqualTo(100)));
    }

    @Test
    void caveats_ofSmokeBudgetManyCallersAndStrangers_areTold() {
        sample.measure("smoke", true);
        sample.pass(Checker.SMOKE, "STRANGER");
        sample.onJdk("25 (x)").pass(Checker.SMOKE, "MUTEX");

        assertThat(Caveats.of(judge()))
                .anyMatch(caveat -> caveat.startsWith("Not a measurement"))
                .anyMatch(caveat -> caveat.startsWith("128 callers shared 2 cores"))
                .anyMatch(caveat -> caveat.contains("no strategy was left out: STRANGER"))
                .anyMatch(caveat -> caveat.contains("different JDKs"))
                .anyMatch(caveat -> caveat.startsWith("jcstress sees"))
                .noneMatch(caveat -> caveat.contains("None of the tools"));
    }

    private void assertNotRun(Checker checker, String reason) {
        assertThat(finding(checker))
                .isInstanceOfSatisfying(
                        Finding.NotRun.class,
                        notRun -> assertThat(notRun.reason()).contains(reason));
        assertThat(verdict(judge()).isProven()).isFalse();
        assertThat(judge().red())
                .anyMatch(red -> red.subject().equals("LOCK_FREE") && red.what().startsWith("NOT RUN: "));
    }

    private Finding finding(Checker checker) {
        return verdict(judge()).findings().get(checker);
    }

    private static StrategyVerdict verdict(Trial trial) {
        return trial.strategies().stream()
                .filter(verdict -> verdict.strategy() == CoordinatorStrategy.LOCK_FREE)
                .findFirst()
                .orElseThrow();
    }

    private Trial judge() {
        return judge(sample);
    }

    private static Trial judge(SampleEvidence evidence) {
        return Trial.of(all(), dossier(evidence));
    }

    private static Dossier dossier(SampleEvidence evidence) {
        return Dossier.read(evidence.folders(), SampleEvidence.SHA);
    }

    private static List<CoordinatorStrategy> all() {
        return Arrays.asList(CoordinatorStrategy.values());
    }
}
