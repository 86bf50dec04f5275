package org.slf4j.excluded;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.guard.MutexGuard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.stress.museum.UnderOneGuard;

/** A right coordinator in a package that Lincheck takes for a logger's, and lets no schedule into. */
public final class NeverInstrumented extends UnderOneGuard {

    public NeverInstrumented(CoordinatorConfig config) {
        super(config, new MutexGuard<>(new PersistentSessionTable()));
    }
}
