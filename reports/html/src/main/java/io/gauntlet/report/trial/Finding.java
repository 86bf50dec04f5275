package io.gauntlet.report.trial;

import io.gauntlet.evidence.CheckEvidence;
import java.nio.file.Path;

/** What is known of one checker on one subject. There is no way to say nothing: what is absent was NOT RUN, and why. */
public sealed interface Finding {

    /** It ran in full and found nothing. */
    record Passed(Path file, CheckEvidence evidence) implements Finding {}

    /** It found a violation. */
    record Failed(Path file, CheckEvidence evidence) implements Finding {}

    /** Nothing can be said: no evidence, unreadable evidence, evidence of other bytes, or a checker that did not run. */
    record NotRun(String reason) implements Finding {}

    /** The checker cannot run on the JDK that the evidence comes from, and the evidence says so. */
    record NotApplicable(String reason) implements Finding {}

    /** Returns whether this finding is held against its subject. */
    default boolean isRed() {
        return this instanceof Failed || this instanceof NotRun;
    }
}
