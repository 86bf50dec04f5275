package io.gauntlet.stress.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.CheckEvidence.Canary;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.MuseumEvidence;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.Subject;
import io.gauntlet.stress.trial.MuseumTour.Length;
import io.gauntlet.stress.trial.MuseumTour.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MuseumTourTest {

    private static final Pair MODEL_CHECKED = new Pair(Subject.named("BrokenRetry"), Checker.LINCHECK_HAZARDS);
    private static final Pair LEFT_TO_CHANCE = new Pair(Subject.named("BrokenWakeUp"), Checker.HISTORY_PLATFORM);
    private static final Pair SMOKED = new Pair(Subject.named("BrokenRetry"), Checker.SMOKE);

    private static CheckEvidence ended(Pair pair, Verdict verdict, double seconds) {
        return new CheckEvidence(
                pair.checker(),
                pair.subject().name(),
                /* knownBad= */ true,
                verdict,
                verdict == Verdict.PASSED ? "" : "a reason of " + seconds,
                verdict == Verdict.NOT_RUN ? null : new Canary("a planted bug", 0.1),
                new TreeMap<>(Map.of("tests", 1L)),
                List.of(),
                "",
                "",
                seconds,
                Provenance.collect(CoordinatorStrategy.class));
    }

    private static MuseumTour tour(String... properties) {
        Properties given = new Properties();
        for (String property : properties) {
            given.setProperty(property.split("=", 2)[0], property.split("=", 2)[1]);
        }
        return MuseumTour.read(ProsecutionSettings.read(given), given);
    }

    @Test
    void plan_whole_triesEveryExhibitUnderEveryCheckerWithSeedsOfItsOwn() {
        Map<Pair, List<TrialArguments>> plan =
                tour("gauntlet.museum.tour=whole", "gauntlet.museum.tries=3").plan();

        long checkers = Arrays.stream(Checker.values())
                .filter(checker -> checker.minimumJdk() <= Runtime.version().feature())
                .count();
        assertThat(plan).hasSize((int) (Subject.knownBad().size() * checkers));
        assertThat(plan.values()).allSatisfy(tries -> {
            assertThat(tries).hasSize(3);
            assertThat(tries.stream().map(TrialArguments::seed).collect(Collectors.toSet()))
                    .hasSize(3);
            assertThat(tries.stream().map(TrialArguments::evidenceFolder).collect(Collectors.toSet()))
                    .hasSize(3);
        });
    }

    @Test
    void plan_short_triesEveryExhibitWhereItMustBeCaught() {
        Map<Pair, List<TrialArguments>> plan = tour().plan();

        assertThat(plan.keySet().stream().map(Pair::subject).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Subject.knownBad());
        for (Subject exhibit : Subject.knownBad()) {
            exhibit.exhibit().orElseThrow().mustBeCaughtBy().stream()
                    .filter(checker -> checker.minimumJdk() <= Runtime.version().feature())
                    .forEach(checker -> assertThat(plan).containsKey(new Pair(exhibit, checker)));
        }
    }

    @Test
    void plan_exhibitsAloneAndNothingToTry_saysSo() {
        assertThatThrownBy(() -> tour("gauntlet.subjects=BrokenRetry", "gauntlet.checkers=LINCHECK_RANDOM")
                        .plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BrokenRetry")
                .hasMessageContaining("LINCHECK_RANDOM")
                .hasMessageContaining("-Dgauntlet.museum.tour=whole");
        assertThat(tour(
                                "gauntlet.subjects=BrokenRetry",
                                "gauntlet.checkers=LINCHECK_RANDOM",
                                "gauntlet.museum.tour=whole")
                        .plan())
                .hasSize(1);
        assertThat(tour("gauntlet.subjects=MUTEX").plan()).isEmpty();
    }

    @Test
    void replay_ofAnExhibit_repeatsWhatTheShortTourLeavesOut() {
        TrialArguments check = tour("gauntlet.subjects=BrokenRetry", "gauntlet.museum.tour=whole")
                .plan()
                .get(new Pair(Subject.named("BrokenRetry"), Checker.LINCHECK_RANDOM))
                .get(0);

        assertThat(check.replay()).contains("-Dgauntlet.subjects=BrokenRetry", "-Dgauntlet.museum.tour=whole");
    }

    @Test
    void result_everyTryCaught_givesTheMedianTime() {
        CheckerResult result = MuseumTour.result(
                MODEL_CHECKED,
                List.of(
                        ended(MODEL_CHECKED, Verdict.FAILED, 9),
                        ended(MODEL_CHECKED, Verdict.FAILED, 1),
                        ended(MODEL_CHECKED, Verdict.FAILED, 2),
                        ended(MODEL_CHECKED, Verdict.FAILED, 4)));

        assertThat(result.tries()).isEqualTo(4);
        assertThat(result.caught()).isEqualTo(4);
        assertThat(result.medianSeconds()).isEqualTo(3);
        assertThat(result.endedAsExpected()).isTrue();
    }

    @Test
    void result_oneTryMissed_isNotAsExpectedOfOneThatMustCatchIt() {
        CheckerResult result = MuseumTour.result(
                MODEL_CHECKED,
                List.of(ended(MODEL_CHECKED, Verdict.FAILED, 9), ended(MODEL_CHECKED, Verdict.PASSED, 1)));

        assertThat(result.caught()).isEqualTo(1);
        assertThat(result.endedAsExpected()).isFalse();
    }

    @Test
    void result_chanceDecides_oneCatchIsEnoughAndNoneIsNot() {
        CheckEvidence missed = ended(LEFT_TO_CHANCE, Verdict.PASSED, 1);
        CheckEvidence caught = ended(LEFT_TO_CHANCE, Verdict.FAILED, 2);

        assertThat(MuseumTour.result(LEFT_TO_CHANCE, List.of(missed, missed)).endedAsExpected())
                .isFalse();
        CheckerResult result = MuseumTour.result(LEFT_TO_CHANCE, List.of(missed, missed, caught));
        assertThat(result.endedAsExpected()).isTrue();
        assertThat(result.tries()).isEqualTo(3);
        assertThat(result.caught()).isEqualTo(1);
    }

    @Test
    void another_chanceMissedIt_triesTheNextSeedInPlaceOfTheFirst() {
        MuseumTour tour = tour("gauntlet.museum.tries=2");
        TrialArguments first = tour.plan().get(LEFT_TO_CHANCE).get(0);
        CheckEvidence missed = ended(LEFT_TO_CHANCE, Verdict.PASSED, 1);

        assertThat(tour.another(LEFT_TO_CHANCE, List.of(missed))).isEmpty();
        TrialArguments third =
                tour.another(LEFT_TO_CHANCE, List.of(missed, missed)).orElseThrow();

        assertThat(third.seed()).isEqualTo(first.seed() + 2);
        assertThat(third.evidenceFolder()).isEqualTo(first.evidenceFolder());
    }

    @Test
    void another_caughtOrBrokenOrTriedOftenEnough_isNotMade() {
        CheckEvidence missed = ended(LEFT_TO_CHANCE, Verdict.PASSED, 1);

        assertThat(tour().another(LEFT_TO_CHANCE, List.of(missed, ended(LEFT_TO_CHANCE, Verdict.FAILED, 1))))
                .isEmpty();
        assertThat(tour().another(LEFT_TO_CHANCE, List.of(missed, ended(LEFT_TO_CHANCE, Verdict.NOT_RUN, 1))))
                .isEmpty();
        assertThat(tour().another(LEFT_TO_CHANCE, Collections.nCopies(9, missed)))
                .isPresent();
        assertThat(tour().another(LEFT_TO_CHANCE, Collections.nCopies(10, missed)))
                .isEmpty();
    }

    @Test
    void another_chanceHasNoPartOrNobodyMustCatchIt_isNotMade() {
        assertThat(tour().another(MODEL_CHECKED, List.of(ended(MODEL_CHECKED, Verdict.PASSED, 1))))
                .isEmpty();
        assertThat(tour().another(SMOKED, List.of(ended(SMOKED, Verdict.PASSED, 1))))
                .isEmpty();
    }

    @Test
    void result_oneTryNotRun_isNotAsExpectedOfAnybody() {
        for (Pair pair : List.of(MODEL_CHECKED, LEFT_TO_CHANCE, SMOKED)) {
            CheckerResult result = MuseumTour.result(pair, List.of(ended(pair, Verdict.NOT_RUN, 1)));
            assertThat(result.notRun()).isEqualTo(1);
            assertThat(result.endedAsExpected()).isFalse();
            assertThat(result.reason()).isEqualTo("a reason of 1.0");
        }
    }

    @Test
    void evidence_notAllTriesMade_isIncomplete() {
        MuseumTour tour = tour("gauntlet.subjects=BrokenRetry", "gauntlet.checkers=LINCHECK_HAZARDS,SMOKE");
        List<CheckEvidence> made = new ArrayList<>(List.of(ended(MODEL_CHECKED, Verdict.FAILED, 1)));

        MuseumEvidence half = tour.evidence(made, /* nanos= */ 1_000_000_000).orElseThrow();
        made.add(ended(SMOKED, Verdict.PASSED, 1));
        MuseumEvidence whole = tour.evidence(made, /* nanos= */ 1_000_000_000).orElseThrow();

        MuseumEvidence lopsided = tour.evidence(
                        List.of(ended(MODEL_CHECKED, Verdict.FAILED, 1), ended(MODEL_CHECKED, Verdict.FAILED, 1)),
                        /* nanos= */ 1)
                .orElseThrow();
        assertThat(half.complete()).isFalse();
        assertThat(lopsided.complete()).isFalse();
        assertThat(half.exhibits().get(0).trials())
                .extracting(CheckerResult::tries)
                .containsExactly(1, 0);
        assertThat(whole.complete()).isTrue();
        assertThat(whole.exhibits()).hasSize(1);
        assertThat(whole.exhibits().get(0).trials())
                .extracting(CheckerResult::checker)
                .containsExactly(Checker.LINCHECK_HAZARDS, Checker.SMOKE);
    }

    @Test
    void evidence_nothingMade_isNone() {
        assertThat(tour().evidence(List.of(), /* nanos= */ 1)).isEmpty();
    }

    @Test
    void read_badValues_nameTheValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> tour("gauntlet.museum.tour=long"))
                .hasMessageContaining("'long'")
                .hasMessageContaining("short, whole");
        assertThatThrownBy(() -> tour("gauntlet.museum.tries=0")).hasMessageContaining("0, is not positive");
        assertThatThrownBy(() -> tour("gauntlet.museum.tries=x")).hasMessageContaining("'x'");
        assertThat(Length.parse("whole")).isEqualTo(Length.WHOLE);
    }
}
