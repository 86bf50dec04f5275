package io.gauntlet.coordinator;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;

/** The contract of the reference. */
class ReferenceContractTest extends AbstractCoordinatorContractTest {

    @Override
    protected SessionCoordinator create(CoordinatorConfig config) {
        return CoordinatorStrategy.reference(config);
    }
}
