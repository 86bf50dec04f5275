package io.gauntlet.evidence;

/** What a check of a subject is expected to end with. */
public enum Expectation {
    /** Anything but a pass is a finding about the subject, or about the checker. Of known-bad code: a control. */
    PASSES,
    /** The subject is known-bad and this checker must notice: each time, or soon where chance decides. */
    FAILS,
    /** The subject is known-bad and this checker may or may not notice: how often is what a run tells. */
    MAY_FAIL
}
