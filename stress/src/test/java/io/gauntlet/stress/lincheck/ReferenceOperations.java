package io.gauntlet.stress.lincheck;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.stress.hazard.SmallUniverse;

/** The sequential specification: the reference, asked one operation at a time. */
public final class ReferenceOperations extends AbstractCoordinatorOperations {

    /** Makes a coordinator with no session. */
    public ReferenceOperations() {
        super(CoordinatorStrategy.reference(SmallUniverse.config()));
    }
}
