package io.gauntlet.history;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionStore;
import java.time.Clock;

/**
 * The limits that a coordinator ran with: what of its configuration decides its answers.
 *
 * @param maxActiveSessions how many sessions might be open at once
 * @param maxPendingStateChanges how many posted changes might wait
 * @param maxOutputBytes how many bytes of output were kept for each session
 */
public record Limits(int maxActiveSessions, int maxPendingStateChanges, int maxOutputBytes) {

    /** @throws io.gauntlet.coordinator.contract.CoordinatorException.InvalidArgument if a number is outside its range */
    public Limits {
        new CoordinatorConfig(
                maxActiveSessions, maxPendingStateChanges, maxOutputBytes, Clock.systemUTC(), session -> {});
    }

    /** Returns the limits of a configuration. */
    public static Limits of(CoordinatorConfig config) {
        return new Limits(config.maxActiveSessions(), config.maxPendingStateChanges(), config.maxOutputBytes());
    }

    /** Returns a configuration with these limits. */
    public CoordinatorConfig config(Clock clock, SessionStore store) {
        return new CoordinatorConfig(maxActiveSessions, maxPendingStateChanges, maxOutputBytes, clock, store);
    }
}
