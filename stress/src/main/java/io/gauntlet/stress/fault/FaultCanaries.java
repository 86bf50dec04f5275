package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.GuardedCoordinator;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.stress.canary.ClockUnderGuard;
import io.gauntlet.stress.canary.KeepsLockOnError;
import io.gauntlet.stress.canary.SwallowsInterrupts;
import java.util.function.Function;

/** What a trial under faults must catch, and no other checker can: bugs that need something to go wrong around the coordinator. */
final class FaultCanaries {

    private FaultCanaries() {}

    /** Whoever is interrupted while it waits goes on waiting, and nobody ever hears of the interrupt. */
    static Function<CoordinatorConfig, SessionCoordinator> swallowedInterrupts() {
        return config -> new GuardedCoordinator<>(config, new SwallowsInterrupts<>(new PersistentSessionTable()));
    }

    /** The clock is asked under a lock that is given back after an exception, and not after an error. */
    static Function<CoordinatorConfig, SessionCoordinator> lockKeptOnError() {
        return config -> new ClockUnderGuard(config, new KeepsLockOnError<>(new PersistentSessionTable()));
    }
}
