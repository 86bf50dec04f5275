package io.gauntlet.report.page;

import io.gauntlet.report.trial.Finding;
import io.gauntlet.report.trial.KnownBadVerdict;

/** How a cell reads: a word, and the class that colours it. The word alone says all. */
public enum State {
    PASSED("passed", "good"),
    FAILED("FAILED", "bad"),
    NOT_RUN("NOT RUN", "open"),
    NOT_APPLICABLE("not run here", "mute"),
    CAUGHT("caught", "good"),
    CAUGHT_EITHER("caught", "mute"),
    CAUGHT_UNEXPECTEDLY("CAUGHT, unexpectedly", "bad"),
    MISSED_AS_EXPECTED("not noticed", "good"),
    MISSED_EITHER("not noticed", "mute"),
    MISSED("NOT NOTICED", "bad"),
    NOT_TRIED("not run", "mute");

    private final String word;
    private final String style;

    State(String word, String style) {
        this.word = word;
        this.style = style;
    }

    public String word() {
        return word;
    }

    /** Returns the name of the class that colours it. */
    public String style() {
        return style;
    }

    static State of(Finding finding) {
        if (finding instanceof Finding.Passed) {
            return PASSED;
        }
        if (finding instanceof Finding.Failed) {
            return FAILED;
        }
        return finding instanceof Finding.NotApplicable ? NOT_APPLICABLE : NOT_RUN;
    }

    static State of(KnownBadVerdict.Outcome outcome) {
        return switch (outcome.expectation()) {
            case CATCH -> outcome.isCaught() ? CAUGHT : outcome.isMissed() ? MISSED : NOT_RUN;
            case MISS -> outcome.isCaught() ? CAUGHT_UNEXPECTEDLY : outcome.isMissed() ? MISSED_AS_EXPECTED : NOT_RUN;
            case EITHER -> outcome.isCaught() ? CAUGHT_EITHER : outcome.isMissed() ? MISSED_EITHER : NOT_TRIED;
        };
    }
}
