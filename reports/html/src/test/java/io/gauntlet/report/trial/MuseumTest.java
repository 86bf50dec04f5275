package io.gauntlet.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Expectation;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.report.SampleEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MuseumTest {

    private static final String EXHIBIT = "BrokenRetry";

    @TempDir
    Path folder;

    private SampleEvidence sample;

    @BeforeEach
    void writeFlawlessEvidence() {
        sample = SampleEvidence.complete(folder);
    }

    @Test
    void tour_flawless_isGreen() {
        Museum museum = judge();

        assertThat(museum.red()).isEmpty();
        assertThat(museum.exhibits()).hasSize(18).allMatch(ExhibitVerdict::isCaught);
    }

    @Test
    void tour_missing_isOneRed() throws IOException {
        Files.delete(file());

        assertOnlyTheMuseumIsRed("NOT RUN: no file museum.json in ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"schema\":\"gauntlet/museum/2\"}", "{\"schema\":\"gauntlet/museum/1\"}"})
    void tour_unreadable_isOneRedWithTheFile(String content) throws IOException {
        Files.writeString(file(), content);

        assertOnlyTheMuseumIsRed("NOT RUN: " + file());
    }

    @Test
    void tour_withOtherClasses_isOneRed() throws IOException {
        Files.writeString(file(), Files.readString(file()).replace(SampleEvidence.SHA, "b0".repeat(32)));

        assertOnlyTheMuseumIsRed("NOT RUN: " + file() + " speaks of other classes");
    }

    @Test
    void tour_inBothFolders_isOneRed() throws IOException {
        Files.copy(file(), sample.measurements().resolve(EvidenceFiles.MUSEUM_FILE));

        assertOnlyTheMuseumIsRed("NOT RUN: 2 files claim to be it");
    }

    @Test
    void tour_notComplete_isRed() {
        sample.museum(/* complete= */ false, exhibits());

        assertOnlyTheMuseumIsRed("INCOMPLETE: not every planned try was made");
    }

    @Test
    void tour_ofElevenExhibits_isRed() {
        SampleEvidence small = SampleEvidence.empty(folder.resolve("small")).tour(exhibits -> exhibits.subList(0, 11));

        assertThat(judge(small).red())
                .containsExactly(new Red(
                        "museum",
                        "museum.json",
                        "INCOMPLETE: it holds 11 exhibits, and had at least 12 from the start"));
    }

    @Test
    void tour_ofTwelveExhibits_isGreen() {
        SampleEvidence small = SampleEvidence.empty(folder.resolve("small")).tour(exhibits -> exhibits.subList(0, 12));

        assertThat(judge(small).red()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAILS    | 0 | 0 | NOT NOTICED in 5 of 5 tries by a checker that must catch it",
                "FAILS    | 4 | 1 | NOT RUN in 1 of 5 tries: Snapshot: the active id",
                "PASSES   | 1 | 0 | CAUGHT in 1 of 5 tries by a checker that is known not to see it",
                "PASSES   | 0 | 5 | NOT RUN in 5 of 5 tries: Snapshot: the active id",
                "MAY_FAIL | 1 | 1 | NOT RUN in 1 of 5 tries: Snapshot: the active id",
            })
    void checker_notEndingAsExpected_isRed(Expectation expectation, int caught, int notRun, String what) {
        sample.tour(EXHIBIT, Checker.SOAK_PLATFORM, expectation, caught, notRun);

        assertThat(judge().red()).singleElement().satisfies(red -> {
            assertThat(red.subject()).isEqualTo(EXHIBIT);
            assertThat(red.tool()).isEqualTo("soak, platform threads");
            assertThat(red.what()).startsWith(what);
        });
    }

    @Test
    void checkerThatChoosesItsSchedule_missingOnce_isRed() {
        sample.tour(EXHIBIT, Checker.LINCHECK_HAZARDS, Expectation.FAILS, /* caught= */ 4, /* notRun= */ 0);

        assertThat(judge().red())
                .singleElement()
                .satisfies(red -> assertThat(red.what())
                        .startsWith("NOT NOTICED in 1 of 5 tries by a checker that must catch it"));
    }

    @ParameterizedTest
    @CsvSource({"FAILS, 5", "FAILS, 1", "PASSES, 0", "MAY_FAIL, 0", "MAY_FAIL, 3", "MAY_FAIL, 5"})
    void checker_endingAsExpected_isNotRed(Expectation expectation, int caught) {
        sample.tour(EXHIBIT, Checker.SOAK_PLATFORM, expectation, caught, /* notRun= */ 0);

        assertThat(judge().red()).isEmpty();
    }

    @Test
    void exhibit_thatNothingCatches_isRed() {
        sample.tour(exhibits -> changed(
                exhibits,
                results -> results.stream()
                        .map(result -> new CheckerResult(
                                result.checker(), Expectation.MAY_FAIL, 5, 0, 0, /* medianSeconds= */ null, ""))
                        .toList()));

        assertThat(judge().red()).containsExactly(new Red(EXHIBIT, "every checker", "NOT NOTICED: nothing catches it"));
    }

    @ParameterizedTest
    @EnumSource(Checker.class)
    void checker_ofWhichTheTourDoesNotSpeak_isRed(Checker checker) {
        sample.remove(checker, EXHIBIT);
        sample.museum(
                /* complete= */ true,
                changed(
                        exhibits(),
                        results -> results.stream()
                                .filter(result -> result.checker() != checker)
                                .toList()));

        assertThat(judge().red())
                .contains(new Red(EXHIBIT, checker.title(), "NOT RUN: museum.json does not speak of it"));
    }

    @ParameterizedTest
    @CsvSource({"FAILS, true", "PASSES, false", "MAY_FAIL, false"})
    void checker_leftOutByAShortTour_isRedOnlyIfItMustCatch(Expectation expectation, boolean red) {
        sample.remove(Checker.LINCHECK_RANDOM, EXHIBIT);
        sample.museum(
                /* complete= */ true,
                changed(
                        exhibits(),
                        results -> results.stream()
                                .map(result -> result.checker() == Checker.LINCHECK_RANDOM
                                        ? new CheckerResult(
                                                result.checker(), expectation, 0, 0, 0, /* medianSeconds= */ null, "")
                                        : result)
                                .toList()));

        assertThat(judge().red().stream().map(Red::what).toList())
                .isEqualTo(red ? List.of("NOT RUN: the tour left out a checker that must catch it") : List.of());
    }

    @Test
    void checker_ofWhichTheTourSpeaksTwice_isRed() {
        sample.museum(
                /* complete= */ true, changed(exhibits(), results -> {
                    List<CheckerResult> twice = new ArrayList<>(results);
                    twice.add(results.get(0));
                    return twice;
                }));

        assertThat(judge().red())
                .containsExactly(new Red(EXHIBIT, "contract", "NOT RUN: museum.json speaks of it 2 times"));
    }

    @Test
    void virtualThreads_onJdk17_areNotMissed() {
        SampleEvidence on17 = SampleEvidence.empty(folder.resolve("17"))
                .onJdk("17.0.15+6 (x)")
                .tour(exhibits -> exhibits.stream()
                        .map(exhibit -> changed(exhibit, MuseumTest::withoutVirtualThreads))
                        .toList());

        assertThat(judge(on17).red()).isEmpty();
        assertThat(judge(on17).exhibits())
                .allSatisfy(exhibit -> assertThat(exhibit.outcomes().get(Checker.SOAK_VIRTUAL))
                        .isEqualTo(new Outcome.NotApplicable("needs JDK 21")));
    }

    @Test
    void exhibit_withoutACheckFile_isRed() {
        Path file = sample.remove(Checker.LINCHECK_HAZARDS, EXHIBIT);

        assertThat(judge().red())
                .singleElement()
                .extracting(Red::what)
                .asString()
                .startsWith("NOT CONFIRMED: no file " + file.getFileName());
    }

    @ParameterizedTest
    @CsvSource({"LINCHECK_HAZARDS, PASSED, 5", "CONTRACT, FAILED, 0", "LINCHECK_HAZARDS, NOT_RUN, 5"})
    void exhibit_whoseCheckFileTellsAnotherStory_isRed(Checker checker, Verdict verdict, int caught) {
        sample.tour(EXHIBIT, checker, caught > 0 ? Expectation.FAILS : Expectation.PASSES, caught, 0);
        sample.knownBad(checker, EXHIBIT, verdict);

        assertThat(judge().red())
                .singleElement()
                .extracting(Red::what)
                .asString()
                .startsWith("NOT CONFIRMED: ");
    }

    @Test
    void exhibit_whoseCheckFileIsOfOtherClasses_isRed() {
        sample.ofClasses("b0".repeat(32)).knownBad(Checker.LINCHECK_HAZARDS, EXHIBIT, Verdict.FAILED);

        assertThat(judge().red())
                .singleElement()
                .extracting(Red::what)
                .asString()
                .startsWith("NOT CONFIRMED: ")
                .contains("speaks of other classes");
    }

    @Test
    void check_ofKnownBadCodeThatIsNoExhibit_isRed() {
        sample.knownBad(Checker.SMOKE, "BrokenSomethingNew", Verdict.PASSED);

        assertThat(judge().red())
                .containsExactly(new Red(
                        "BrokenSomethingNew",
                        "smoke",
                        "NOT IN THE MUSEUM: there is a check of it, and museum.json does not speak of it"));
    }

    @Test
    void selection_ofStrategies_narrowsNoMuseum() throws IOException {
        Files.delete(file());

        Trial trial = Trial.of(List.of(CoordinatorStrategy.LOCK_FREE), dossier(sample));

        assertThat(trial.red()).extracting(Red::tool).containsExactly("museum.json");
    }

    private void assertOnlyTheMuseumIsRed(String what) {
        assertThat(Trial.of(Arrays.asList(CoordinatorStrategy.values()), dossier(sample))
                        .red())
                .singleElement()
                .satisfies(red -> {
                    assertThat(red.subject()).isEqualTo("museum");
                    assertThat(red.tool()).isEqualTo("museum.json");
                    assertThat(red.what()).startsWith(what);
                });
    }

    private static List<CheckerResult> withoutVirtualThreads(List<CheckerResult> results) {
        return results.stream()
                .filter(result -> result.checker() != Checker.SOAK_VIRTUAL)
                .toList();
    }

    private static List<ExhibitResult> changed(
            List<ExhibitResult> exhibits, UnaryOperator<List<CheckerResult>> change) {
        return exhibits.stream()
                .map(exhibit -> exhibit.name().equals(EXHIBIT) ? changed(exhibit, change) : exhibit)
                .toList();
    }

    private static ExhibitResult changed(ExhibitResult exhibit, UnaryOperator<List<CheckerResult>> change) {
        return new ExhibitResult(
                exhibit.name(),
                exhibit.happenedIn(),
                exhibit.links(),
                exhibit.whatWentWrong(),
                change.apply(exhibit.trials()));
    }

    private List<ExhibitResult> exhibits() {
        return EvidenceFiles.readMuseum(file()).exhibits();
    }

    private Path file() {
        return sample.proofs().resolve(EvidenceFiles.MUSEUM_FILE);
    }

    private Museum judge() {
        return judge(sample);
    }

    private static Museum judge(SampleEvidence evidence) {
        return Trial.of(Arrays.asList(CoordinatorStrategy.values()), dossier(evidence))
                .museum();
    }

    private static Dossier dossier(SampleEvidence evidence) {
        return Dossier.read(evidence.folders(), SampleEvidence.SHA);
    }
}
