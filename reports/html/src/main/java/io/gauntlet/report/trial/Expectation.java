package io.gauntlet.report.trial;

/** What a checker is expected to make of known-bad code. */
public enum Expectation {
    /** A checker that misses it cannot be trusted. */
    CATCH,
    /** A control: a checker that is known to see nothing here. If it notices, the known-bad code is not what we think. */
    MISS,
    /** Either is fine; the outcome is shown for what it teaches. */
    EITHER
}
