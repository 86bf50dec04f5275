package io.gauntlet.report.page;

import io.gauntlet.evidence.Expectation;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.report.trial.Outcome;

/**
 * How one checker fared with one exhibit.
 *
 * @param words what it did
 * @param style the name of the class that colours it
 * @param note what it had to do, and the median time in which it did
 * @param why what is red about it; empty if nothing is
 */
public record MuseumCell(String words, String style, String note, String why) {

    static MuseumCell of(Outcome outcome) {
        if (outcome instanceof Outcome.Tried tried) {
            return of(tried.result(), tried.problem().orElse(""));
        }
        if (outcome instanceof Outcome.LeftOut leftOut) {
            return new MuseumCell(
                    "not tried here",
                    "mute",
                    note(leftOut.result()),
                    leftOut.problem().orElse(""));
        }
        if (outcome instanceof Outcome.NotTried notTried) {
            return new MuseumCell("NOT RUN", "open", "", notTried.reason());
        }
        return new MuseumCell("not run here", "mute", ((Outcome.NotApplicable) outcome).reason(), "");
    }

    private static MuseumCell of(CheckerResult result, String problem) {
        if (result.notRun() > 0) {
            return new MuseumCell(
                    "NOT RUN " + result.notRun() + " of " + result.tries(), "open", note(result), result.reason());
        }
        if (result.endedAsExpected()) {
            String words = result.caught() == 0 ? "not noticed" : "caught " + times(result);
            return new MuseumCell(words, problem.isEmpty() ? calm(result) : "open", note(result), problem);
        }
        String words = result.expectation() == Expectation.PASSES
                ? "CAUGHT " + times(result)
                : result.caught() == 0 ? "NOT NOTICED" : "ONLY " + times(result);
        return new MuseumCell(words, "bad", note(result), result.reason());
    }

    private static String times(CheckerResult result) {
        return result.caught() + " of " + result.tries();
    }

    /** Only what had to be caught stands out: there the checker has earned its trust. */
    private static String calm(CheckerResult result) {
        if (result.expectation() == Expectation.FAILS) {
            return "good";
        }
        return result.caught() == 0 ? "mute" : "plain-state";
    }

    private static String note(CheckerResult result) {
        String duty = duty(result.expectation());
        Double median = result.medianSeconds();
        return median == null ? duty : Numbers.duration(median) + ", " + duty;
    }

    private static String duty(Expectation expectation) {
        return switch (expectation) {
            case FAILS -> "must";
            case PASSES -> "control";
            case MAY_FAIL -> "may";
        };
    }
}
