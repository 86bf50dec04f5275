package io.gauntlet.report.page;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.report.trial.Finding;
import io.gauntlet.report.trial.Trial;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a checker saw when it found a violation.
 *
 * @param subject whose
 * @param tool which checker
 * @param knownBad whether the violation was planted
 * @param reason in one line
 * @param text the schedule, stack or history; empty if the checker kept none
 * @param cut where the text was cut off, if it was: says how long it is and where the whole of it lies
 * @param replay the command that repeats the run; empty if there is none
 */
public record Witness(
        String subject, String tool, boolean knownBad, String reason, String text, String cut, String replay) {

    private static final int MOST_CHARACTERS = 20_000;

    static List<Witness> of(Trial trial) {
        Stream<Finding> ofStrategies =
                trial.strategies().stream().flatMap(verdict -> verdict.findings().values().stream());
        Stream<Finding> ofKnownBad = trial.knownBad().stream()
                .flatMap(verdict -> verdict.outcomes().values().stream())
                .map(outcome -> outcome.finding());
        return Stream.concat(ofStrategies, ofKnownBad)
                .filter(Finding.Failed.class::isInstance)
                .map(finding -> of((Finding.Failed) finding))
                .toList();
    }

    private static Witness of(Finding.Failed failed) {
        CheckEvidence evidence = failed.evidence();
        String text = evidence.witness();
        boolean tooLong = text.length() > MOST_CHARACTERS;
        return new Witness(
                evidence.subject(),
                evidence.checker().title(),
                evidence.knownBad(),
                evidence.reason(),
                tooLong ? text.substring(0, MOST_CHARACTERS) : text,
                tooLong
                        ? "Cut after " + Numbers.count(MOST_CHARACTERS) + " of " + Numbers.count(text.length())
                                + " characters; the rest is in " + failed.file()
                        : "",
                evidence.replay());
    }
}
