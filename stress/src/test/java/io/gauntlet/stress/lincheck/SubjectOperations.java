package io.gauntlet.stress.lincheck;

import io.gauntlet.stress.Subject;
import io.gauntlet.stress.hazard.SmallUniverse;

/** The subject on trial in this JVM, asked by several callers at once. */
public final class SubjectOperations extends AbstractCoordinatorOperations {

    /** Names the subject, since Lincheck makes this object and can hand it nothing. */
    static final String SUBJECT_PROPERTY = "gauntlet.lincheck.subject";

    private static final Subject SUBJECT = Subject.named(System.getProperty(SUBJECT_PROPERTY, ""));

    /** Makes a coordinator with no session. */
    public SubjectOperations() {
        super(SUBJECT.create(SmallUniverse.config()));
    }
}
