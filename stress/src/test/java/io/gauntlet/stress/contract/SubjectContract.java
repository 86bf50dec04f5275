package io.gauntlet.stress.contract;

import io.gauntlet.coordinator.AbstractCoordinatorContractTest;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.Subject;

/**
 * The contract of the subject on trial in this JVM. Not named as a test, since only {@link ContractTrial} knows the subject.
 */
class SubjectContract extends AbstractCoordinatorContractTest {

    /** Names the subject, since JUnit makes this object and can hand it nothing. */
    static final String SUBJECT_PROPERTY = "gauntlet.contract.subject";

    private final Subject subject = Subject.named(System.getProperty(SUBJECT_PROPERTY, ""));

    @Override
    protected SessionCoordinator create(CoordinatorConfig config) {
        return subject.create(config);
    }
}
