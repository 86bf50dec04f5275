package io.gauntlet.coordinator;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of every strategy. */
@ParameterizedClass
@EnumSource(CoordinatorStrategy.class)
class CoordinatorContractTest extends AbstractCoordinatorContractTest {

    @Parameter
    CoordinatorStrategy strategy;

    @Override
    protected SessionCoordinator create(CoordinatorConfig config) {
        return strategy.create(config);
    }
}
