package io.gauntlet.report.trial;

import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MuseumEvidence;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import java.util.List;
import java.util.Optional;

/** What became of one exhibit under one checker. */
public sealed interface Outcome {

    /**
     * It was tried.
     *
     * @param result all tries together
     * @param firstTry what the first of them left: the file with the witness
     * @param problem what is red about it; empty if it is as it must be
     */
    record Tried(CheckerResult result, Finding firstTry, Optional<String> problem) implements Outcome {}

    /** It was not tried, and should have been. */
    record NotTried(String reason) implements Outcome {

        @Override
        public Optional<String> problem() {
            return Optional.of("NOT RUN: " + reason);
        }
    }

    /**
     * A short tour left it out, which it may unless the checker must catch this exhibit.
     *
     * @param result what the tour expects of it, with no try
     */
    record LeftOut(CheckerResult result) implements Outcome {

        @Override
        public Optional<String> problem() {
            return result.endedAsExpected()
                    ? Optional.empty()
                    : Optional.of("NOT RUN: the tour left out a checker that must catch it");
        }
    }

    /** The checker cannot run on the JDK that made the tour. */
    record NotApplicable(String reason) implements Outcome {

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }

    /** Returns what is red about it; empty if nothing is. */
    Optional<String> problem();

    /** Returns whether the checker noticed the bug at least once. */
    default boolean isCaught() {
        return this instanceof Tried tried && tried.result().caught() > 0;
    }

    static Outcome of(Checker checker, ExhibitResult exhibit, MuseumEvidence tour, Dossier dossier) {
        List<CheckerResult> results = exhibit.trials().stream()
                .filter(result -> result.checker() == checker)
                .toList();
        if (results.size() == 1 && results.get(0).tries() == 0) {
            return new LeftOut(results.get(0));
        }
        if (results.size() == 1) {
            Finding firstTry = dossier.finding(checker, exhibit.name(), /* knownBad= */ true);
            return new Tried(results.get(0), firstTry, problem(results.get(0), exhibit.name(), firstTry));
        }
        if (!results.isEmpty()) {
            return new NotTried(EvidenceFiles.MUSEUM_FILE + " speaks of it " + results.size() + " times");
        }
        return tour.provenance().jdkFeature() < checker.minimumJdk()
                ? new NotApplicable("needs JDK " + checker.minimumJdk())
                : new NotTried(EvidenceFiles.MUSEUM_FILE + " does not speak of it");
    }

    private static Optional<String> problem(CheckerResult result, String exhibit, Finding firstTry) {
        return result.endedAsExpected() ? contradiction(result, exhibit, firstTry) : Optional.of(surprise(result));
    }

    private static String surprise(CheckerResult result) {
        String of = " of " + result.tries() + (result.tries() == 1 ? " try" : " tries");
        if (result.notRun() > 0) {
            return "NOT RUN in " + result.notRun() + of + ": " + result.reason();
        }
        return switch (result.expectation()) {
            case FAILS ->
                "NOT NOTICED in " + (result.tries() - result.caught()) + of + " by a checker that must catch it";
            case PASSES, MAY_FAIL ->
                "CAUGHT in " + result.caught() + of
                        + " by a checker that is known not to see it: it is not the bug that it is meant to be";
        };
    }

    /** The first try is one of those that the tour counts: its own file must not tell another story. */
    private static Optional<String> contradiction(CheckerResult result, String exhibit, Finding firstTry) {
        if (firstTry instanceof Finding.NotRun notRun) {
            return Optional.of("NOT CONFIRMED: " + notRun.reason());
        }
        boolean possible = firstTry instanceof Finding.Failed ? result.caught() > 0 : result.caught() < result.tries();
        return possible && !(firstTry instanceof Finding.NotApplicable)
                ? Optional.empty()
                : Optional.of("NOT CONFIRMED: " + EvidenceFiles.MUSEUM_FILE + " says caught " + result.caught() + " of "
                        + result.tries() + ", and " + EvidenceFiles.checkFileName(result.checker(), exhibit)
                        + " says otherwise");
    }
}
