package io.gauntlet.report.page;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.report.trial.Finding;
import io.gauntlet.report.trial.Trial;
import java.util.List;

/**
 * What a checker saw when it found a violation.
 *
 * @param subject whose
 * @param tool which checker
 * @param reason in one line
 * @param text the schedule, stack or history; empty if the checker kept none
 * @param cut where the text was cut off, if it was: says how long it is and where the whole of it lies
 * @param replay the command that repeats the run; empty if there is none
 */
public record Witness(String subject, String tool, String reason, String text, String cut, String replay) {

    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_CHARACTERS_OF_AN_EXHIBIT = 5_000;

    /** Returns those of the strategies. */
    static List<Witness> of(Trial trial) {
        return trial.strategies().stream()
                .flatMap(verdict -> verdict.findings().values().stream())
                .filter(Finding.Failed.class::isInstance)
                .map(finding -> of((Finding.Failed) finding, MOST_CHARACTERS))
                .toList();
    }

    /** Returns that of an exhibit: a hundred of them must leave the page small enough to send. */
    static Witness ofExhibit(Finding.Failed failed) {
        return of(failed, MOST_CHARACTERS_OF_AN_EXHIBIT);
    }

    private static Witness of(Finding.Failed failed, int mostCharacters) {
        CheckEvidence evidence = failed.evidence();
        String text = evidence.witness();
        boolean tooLong = text.length() > mostCharacters;
        return new Witness(
                evidence.subject(),
                evidence.checker().title(),
                evidence.reason(),
                tooLong ? text.substring(0, mostCharacters) : text,
                tooLong
                        ? "Cut after " + Numbers.count(mostCharacters) + " of " + Numbers.count(text.length())
                                + " characters; the rest is in " + failed.file()
                        : "",
                evidence.replay());
    }
}
