package io.gauntlet.evidence;

/** How a check ended. */
public enum Verdict {
    /** It ran in full and found nothing. */
    PASSED,
    /** It found a violation. */
    FAILED,
    /** It did not run, or not as it should have: no statement about the subject. Never green. */
    NOT_RUN
}
