package io.gauntlet.stress.again;

import java.time.Duration;

/** What is repeated. */
enum Kind {
    /** The tests that surefire runs, the slow ones too. */
    UNITS("units", "surefire-reports", Duration.ofMinutes(30)),
    /** The tests that failsafe runs: the proofs of every strategy, and the short tour of the museum. */
    CHECKS("checks", "failsafe-reports", Duration.ofMinutes(90));

    private final String text;
    private final String reportFolder;
    private final Duration limit;

    Kind(String text, String reportFolder, Duration limit) {
        this.text = text;
        this.reportFolder = reportFolder;
        this.limit = limit;
    }

    /** Returns the name of the folder below {@code target} that holds the reports. */
    String reportFolder() {
        return reportFolder;
    }

    /** Returns how long one repetition may take when nothing else is asked for, on a loaded machine too. */
    Duration limit() {
        return limit;
    }

    @Override
    public String toString() {
        return text;
    }
}
