package io.gauntlet.report.trial;

import io.gauntlet.evidence.Checker;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How one piece of known-bad code fared under each checker.
 *
 * @param subject its name
 * @param flaw what is wrong with it; empty where only the evidence knows it
 * @param outcomes one for each checker, in the order of {@link Checker}
 */
public record KnownBadVerdict(String subject, String flaw, Map<Checker, Outcome> outcomes) {

    public KnownBadVerdict {
        outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    }

    static KnownBadVerdict of(KnownBad code, Dossier dossier) {
        Map<Checker, Outcome> outcomes = new EnumMap<>(Checker.class);
        for (Checker checker : Checker.values()) {
            outcomes.put(
                    checker,
                    new Outcome(
                            code.expectation(checker), dossier.finding(checker, code.subject(), /* knownBad= */ true)));
        }
        return new KnownBadVerdict(code.subject(), code.flaw(), outcomes);
    }

    /** Judges known-bad code that {@link KnownBad} does not list: all that any checker makes of it is fine. */
    static KnownBadVerdict unlisted(String subject, Dossier dossier) {
        Map<Checker, Outcome> outcomes = new EnumMap<>(Checker.class);
        Arrays.stream(Checker.values())
                .forEach(checker -> outcomes.put(
                        checker,
                        new Outcome(Expectation.EITHER, dossier.finding(checker, subject, /* knownBad= */ true))));
        return new KnownBadVerdict(subject, "", outcomes);
    }

    /**
     * What one checker made of it.
     *
     * @param expectation what it should have made of it
     * @param finding {@link Finding.Failed} if it caught it, {@link Finding.Passed} if it noticed nothing
     */
    public record Outcome(Expectation expectation, Finding finding) {

        public boolean isCaught() {
            return finding instanceof Finding.Failed;
        }

        public boolean isMissed() {
            return finding instanceof Finding.Passed;
        }

        /** Returns whether there is an expectation to meet. */
        public boolean isExpected() {
            return expectation != Expectation.EITHER;
        }

        /** Returns whether the expectation is met. One that was never tried is not met, unless nothing is expected. */
        public boolean isAsExpected() {
            return switch (expectation) {
                case CATCH -> isCaught();
                case MISS -> isMissed();
                case EITHER -> true;
            };
        }
    }
}
