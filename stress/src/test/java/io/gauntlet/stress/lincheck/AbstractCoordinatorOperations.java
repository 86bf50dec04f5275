package io.gauntlet.stress.lincheck;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What Lincheck calls: every operation of the contract, through one method that is told which. Lincheck compares answers by
 * {@code equals} and exceptions by class.
 *
 * <p>A subclass has a public constructor without arguments, which makes a new coordinator.
 */
public abstract class AbstractCoordinatorOperations {

    private final SessionCoordinator coordinator;

    protected AbstractCoordinatorOperations(SessionCoordinator coordinator) {
        this.coordinator = coordinator;
    }

    /** Asks the coordinator, and returns its answer or throws its refusal. */
    public @Nullable Object ask(Operation operation) {
        return operation.call(coordinator);
    }
}
