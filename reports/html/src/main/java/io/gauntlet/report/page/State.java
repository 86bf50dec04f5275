package io.gauntlet.report.page;

import io.gauntlet.report.trial.Finding;

/** How a cell reads: a word, and the class that colours it. The word alone says all. */
public enum State {
    PASSED("passed", "good"),
    FAILED("FAILED", "bad"),
    NOT_RUN("NOT RUN", "open"),
    NOT_APPLICABLE("not run here", "mute");

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
}
