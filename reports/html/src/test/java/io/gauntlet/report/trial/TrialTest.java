package io.gauntlet.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.CostResult;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.RegimeResult;
import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import io.gauntlet.evidence.Sitting;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.report.SampleEvidence;
import io.gauntlet.report.SampleMeasurement;
import io.gauntlet.report.trial.RegimeGroup.Axis;
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
        assertThat(trial.ordinaryContests())
                .extracting(contest -> contest.regime().readPercent())
                .containsExactly(100, 99, 90, 50, 0);
        assertThat(trial.contests())
                .hasSize(18)
                .allSatisfy(contest -> assertThat(contest.ranked()).hasSameSizeAs(contest.lanes()));
        assertThat(trial.isRanked()).isTrue();
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
        assertThat(trial.contests())
                .allSatisfy(contest -> assertThat(contest.lanes()).hasSize(1));
    }

    @Test
    void strategy_notProven_hasNoNumberAndLeavesTheRanking() {
        sample.notRun(Checker.SMOKE, "LOCK_FREE", "no time");
        sample.fail(Checker.CONTRACT, "LOCK_FREE", "wrong", "");

        String why = "not proven: 1 failed, 1 not run";
        Trial trial = judge();
        assertThat(trial.contests()).isNotEmpty().allSatisfy(contest -> {
            assertThat(contest.lanes()).contains(new Lane.Withheld(CoordinatorStrategy.LOCK_FREE, why));
            assertThat(contest.shown())
                    .hasSize(6)
                    .allMatch(lane -> lane.rank().orElseThrow().of() == 6);
        });
        assertThat(trial.latency())
                .hasSize(3)
                .allSatisfy(group -> assertThat(group.lanes())
                        .contains(new LatencyGroup.Lane.Withheld(CoordinatorStrategy.LOCK_FREE, why)));
        assertThat(trial.costs().orElseThrow().columns())
                .filteredOn(column -> column.name().equals("LOCK_FREE"))
                .containsExactly(new CostSheet.Column("LOCK_FREE", why, List.of(), List.of()));
    }

    @Test
    void mutex_notProven_leavesNoRatio() {
        sample.remove(Checker.SMOKE, "MUTEX");

        assertThat(judge().contests()).allSatisfy(contest -> {
            assertThat(contest.noiseFloor()).isEmpty();
            assertThat(contest.shown())
                    .isNotEmpty()
                    .allMatch(lane -> lane.comparison().isEmpty() && !lane.isTieWithMutex());
        });
    }

    @Test
    void measurement_ofOtherClasses_isNotShown() {
        sample.ofClasses(OTHER_SHA).measure(run -> run);

        Trial trial = judge();

        assertThat(trial.reading())
                .isInstanceOfSatisfying(
                        StopwatchReading.Absent.class,
                        absent -> assertThat(absent.reason()).contains("speaks of other classes"));
        assertThat(trial.contests()).isEmpty();
        assertThat(trial.latency()).isEmpty();
        assertThat(trial.costs()).isEmpty();
        assertThat(trial.red()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"schema\":\"gauntlet/measurement/3\"}", "{\"schema\":\"gauntlet/measurement/4\"}"})
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
    void measurement_withoutOneStrategyUnderOneRegime_saysNotMeasured() {
        sample.measure("standard", /* complete= */ false)
                .measure(run -> SampleMeasurement.regimes(
                        run,
                        regimes -> regimes.stream()
                                .map(measured ->
                                        measured.regime().callers() == 126 ? without("LOCK_FREE", measured) : measured)
                                .toList()));

        assertThat(judge().contests())
                .filteredOn(contest ->
                        contest.lanes().contains(new Lane.Withheld(CoordinatorStrategy.LOCK_FREE, "not measured")))
                .extracting(contest -> contest.regime().callers())
                .containsExactly(126);
    }

    @Test
    void measurement_incomplete_isTold() {
        sample.measure("standard", /* complete= */ false);

        assertThat(Caveats.ofMeasurement(judge())).anyMatch(caveat -> caveat.contains("incomplete"));
    }

    @Test
    void throughput_withoutAVerdictOnEveryJvm_isWithheldAndRanksNobody() {
        int ranked = contest(90).ranked().size();
        sample.measure(run -> SampleMeasurement.undecided(run, "LOCK_FREE", "steps: more than 1"));

        String why = "no LINEARIZABLE verdict on 1 of 10 JVMs";
        assertThat(judge().contests()).isNotEmpty().allSatisfy(contest -> {
            assertThat(contest.lanes()).contains(new Lane.Withheld(CoordinatorStrategy.LOCK_FREE, why));
            assertThat(contest.shown()).extracting(Lane.Shown::strategy).doesNotContain(CoordinatorStrategy.LOCK_FREE);
        });
        assertThat(contest(90).ranked()).hasSize(ranked - 1);
        assertThat(contest(90).ranked().get(0).rank().orElseThrow().of()).isEqualTo(ranked - 1);
        assertThat(Caveats.ofMeasurement(judge()))
                .anyMatch(caveat -> caveat.contains("points are not shown")
                        && caveat.contains("LOCK_FREE, " + why + ": steps: more than 1."));
        assertThat(judge().red()).isEmpty();
    }

    @Test
    void latency_withoutAVerdictOnEveryJvm_isWithheld() {
        sample.measure(run -> SampleMeasurement.undecidedLatency(run, "LOCK_FREE", "no window was recorded"));

        assertThat(judge().latency())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.lanes())
                        .contains(new LatencyGroup.Lane.Withheld(
                                CoordinatorStrategy.LOCK_FREE, "no LINEARIZABLE verdict on 10 of 10 JVMs")));
        assertThat(Caveats.ofMeasurement(judge()))
                .anyMatch(caveat -> caveat.startsWith("Latency under") && caveat.contains("no window was recorded"));
    }

    @Test
    void ceiling_withoutAVerdict_isNotDrawn() {
        assertThat(contest(100).ceiling()).isPresent();
        sample.measure(run -> SampleMeasurement.undecided(run, MeasurementEvidence.CEILING, "steps: more than 1"));

        assertThat(contest(100).ceiling()).isEmpty();
    }

    @Test
    void yardstick_withoutAVerdict_leavesNothingCompared() {
        sample.measure(run -> SampleMeasurement.undecided(run, "MUTEX", "steps: more than 1"));

        assertThat(judge().contests())
                .flatMap(Contest::shown)
                .isNotEmpty()
                .allSatisfy(lane -> assertThat(lane.comparison()).isEmpty());
    }

    @Test
    void first_isTheSetThanWhichNobodyIsFaster() {
        assertThat(contest(100).first())
                .extracting(Lane.Shown::strategy)
                .containsExactly(CoordinatorStrategy.COPY_ON_WRITE, CoordinatorStrategy.LOCK_FREE);
        assertThat(contest(50).first())
                .extracting(Lane.Shown::strategy)
                .contains(CoordinatorStrategy.MUTEX, CoordinatorStrategy.STAMPED_LOCK)
                .doesNotContain(CoordinatorStrategy.LOCK_FREE, CoordinatorStrategy.FAIR_MUTEX);
    }

    /** The verdict is the measurement's own: an interval without 1 in it is a tie all the same if it says so. */
    @Test
    void tie_isWhatTheComparisonSays() {
        sample.measure(run -> SampleMeasurement.results(
                run,
                result -> result.againstYardstick() == null
                        ? result
                        : compared(result, new Comparison(new Interval(1.5, 1.2, 1.8), 0.06, Speed.TIE))));

        assertThat(judge().contests())
                .flatMap(Contest::shown)
                .filteredOn(lane -> !lane.isBaseline())
                .isNotEmpty()
                .allMatch(Lane.Shown::isTieWithMutex);
    }

    @Test
    void measurement_ofOneJvmAPoint_ranksNothing() {
        sample.measure(SampleMeasurement::alone);

        Trial trial = judge();

        assertThat(trial.isRanked()).isFalse();
        assertThat(trial.contests()).allSatisfy(contest -> {
            assertThat(contest.shown()).hasSize(7).allMatch(lane -> lane.rank().isEmpty());
            assertThat(contest.first()).isEmpty();
        });
        assertThat(Caveats.ofMeasurement(trial)).anyMatch(caveat -> caveat.contains("1 JVM, which gives no interval"));
    }

    @Test
    void smokeBudget_comparesAndRanksNothing() {
        sample.measure("smoke", /* complete= */ true);

        Trial trial = judge();

        assertThat(trial.isRanked()).isFalse();
        assertThat(trial.contests()).allSatisfy(contest -> {
            assertThat(contest.noiseFloor()).isEmpty();
            assertThat(contest.shown())
                    .hasSize(7)
                    .allMatch(lane -> lane.rank().isEmpty() && lane.comparison().isEmpty());
        });
    }

    @Test
    void regimes_areGroupedByWhatDiffers() {
        List<RegimeGroup> groups = judge().regimeGroups();

        assertThat(groups)
                .extracting(RegimeGroup::axis)
                .containsExactly(
                        Axis.READS, Axis.CALLERS, Axis.SESSIONS, Axis.DEDICATED_WRITERS, Axis.VIRTUAL, Axis.OTHER);
        assertThat(groups.get(1).contests())
                .extracting(contest -> contest.regime().callers())
                .containsExactly(1, 8, 32, 126, 128, 256);
        assertThat(groups.get(1).own())
                .extracting(contest -> contest.regime().callers())
                .containsExactly(1, 8, 32, 126, 256);
        assertThat(groups.get(2).contests())
                .extracting(contest -> contest.regime().sessions())
                .containsExactly(10, 1_000, 10_000);
        assertThat(groups.stream().flatMap(group -> group.own().stream()))
                .containsExactlyInAnyOrderElementsOf(judge().contests());
    }

    @Test
    void regimes_onlyVirtual_haveNoOrdinaryOnes() {
        sample.measure(run -> SampleMeasurement.regimes(
                run,
                regimes -> regimes.stream()
                        .filter(measured -> measured.regime().threads() == CallerThreads.VIRTUAL)
                        .toList()));

        assertThat(judge().regimeGroups()).extracting(RegimeGroup::axis).containsExactly(Axis.VIRTUAL);
        assertThat(judge().ordinaryContests()).isEmpty();
    }

    @Test
    void ceiling_measuredAtReadsOnly_standsOverEveryMixOfTheSameCallers() {
        assertThat(judge().ordinaryContests())
                .hasSize(5)
                .allSatisfy(contest -> assertThat(contest.ceiling()).isPresent());
        assertThat(judge().contests())
                .filteredOn(contest -> contest.regime().callers() == 256)
                .allSatisfy(contest -> assertThat(contest.ceiling()).isEmpty());
    }

    @Test
    void caveats_ofSmokeBudgetManyCallersAndStrangers_areTold() {
        sample.measure("smoke", true);
        sample.pass(Checker.SMOKE, "STRANGER");
        sample.onJdk("25 (x)").pass(Checker.SMOKE, "MUTEX");

        assertThat(Caveats.of(judge()))
                .anyMatch(caveat -> caveat.startsWith("Not a measurement"))
                .anyMatch(caveat -> caveat.startsWith("Up to 256 callers shared 2 cores"))
                .anyMatch(caveat -> caveat.contains("no strategy was left out: STRANGER"))
                .anyMatch(caveat -> caveat.contains("different JDKs"))
                .anyMatch(caveat -> caveat.startsWith("jcstress sees"))
                .noneMatch(caveat -> caveat.contains("None of the tools"));
    }

    @Test
    void caveats_ofAMachineInUse_areTold() {
        sample.measure(run -> SampleMeasurement.disturbed(run, "powersave"));

        assertThat(Caveats.ofMeasurement(judge()))
                .anyMatch(caveat -> caveat.contains("the time of 1.5 of 2 cores"))
                .anyMatch(caveat -> caveat.contains("gave up to 2.4 % of the processors' time to others (steal)"))
                .anyMatch(caveat -> caveat.contains("its load was 1.8"))
                .anyMatch(caveat ->
                        caveat.contains("under 3 of 18 regimes") && caveat.contains("at worst 0.93 [0.86, 1.02]"))
                .anyMatch(caveat -> caveat.contains("in 18 of 127 points, at worst 40 % of a point's JVMs"))
                .anyMatch(caveat -> caveat.contains("as few as 10 JVMs a point"))
                .anyMatch(caveat -> caveat.contains("“powersave”"))
                .anyMatch(caveat -> caveat.contains("in 2 sittings"));
    }

    @Test
    void caveats_ofAQuietMachine_areOnlyCrowdingAndForks() {
        assertThat(Caveats.ofMeasurement(judge()))
                .hasSize(2)
                .anyMatch(caveat -> caveat.contains("callers shared"))
                .anyMatch(caveat -> caveat.contains("JVMs a point"));
    }

    @ParameterizedTest
    @CsvSource({"0.1, false", "0.11, true"})
    void steal_moreThanAThousandth_isTold(double percent, boolean told) {
        sample.measure(run -> SampleMeasurement.sittings(
                run,
                List.of(new Sitting("2026-11-24T00:00:00Z", 60, 9, null, null, percent, null, null, "G1", List.of()))));

        assertThat(Caveats.ofMeasurement(judge()).stream().anyMatch(caveat -> caveat.contains("(steal)")))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "1.04, 1.01, 1.08, false",
        "1.06, 1.03, 1.08, true",
        "0.94, 0.92, 0.99, true",
        "1.00, 0.94, 1.05, true",
        "1.00, 0.96, 1.05, false"
    })
    void noise_ofMoreThanOneInTwenty_isTold(double estimate, double low, double high, boolean told) {
        sample.measure(run -> SampleMeasurement.regimes(
                run,
                regimes -> regimes.stream()
                        .map(measured -> new RegimeResult(
                                measured.regime(), new Interval(estimate, low, high), measured.results()))
                        .toList()));

        assertThat(Caveats.ofMeasurement(judge()).stream().anyMatch(caveat -> caveat.contains("(A/A)")))
                .isEqualTo(told);
    }

    @Test
    void stranger_inCostsOrLatency_isLeftOutAndTold() {
        sample.measure(run -> new MeasurementEvidence(
                run.budget(),
                run.seed(),
                run.complete(),
                run.sittings(),
                run.regimes(),
                List.of(new CostResult("getSession", "STRANGER", 10, 3, 40, null, 0)),
                List.of(),
                run.latency(),
                run.provenance()));

        Trial trial = judge();

        assertThat(Caveats.of(trial)).anyMatch(caveat -> caveat.contains("no strategy was left out: STRANGER"));
        assertThat(trial.costs().orElseThrow().columns())
                .allMatch(column -> column.costs().isEmpty());
    }

    private Contest contest(int readPercent) {
        return judge().ordinaryContests().stream()
                .filter(contest -> contest.regime().readPercent() == readPercent)
                .findFirst()
                .orElseThrow();
    }

    private static RegimeResult without(String subject, RegimeResult measured) {
        return new RegimeResult(
                measured.regime(),
                measured.noiseFloor(),
                measured.results().stream()
                        .filter(result -> !result.subject().equals(subject))
                        .toList());
    }

    private static ThroughputResult compared(ThroughputResult result, Comparison comparison) {
        return SampleMeasurement.judged(result, result.settled(), comparison, result.fasterThan());
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
