package io.gauntlet.coordinator.contract;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;

/**
 * The limits of a coordinator and what it gets from outside; immutable.
 *
 * @param maxActiveSessions how many sessions may be open at once, 1 to 1 000 000
 * @param maxPendingStateChanges how many posted changes may wait to be processed, 1 to 1 000 000
 * @param maxOutputBytes how many bytes of output are kept for each session, 1 to 1 073 741 824
 * @param clock tells when a session was created; used for nothing else
 * @param store where saved sessions go
 */
public record CoordinatorConfig(
        int maxActiveSessions, int maxPendingStateChanges, int maxOutputBytes, Clock clock, SessionStore store) {

    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_OUTPUT_BYTES = 1 << 30;

    /** @throws CoordinatorException.InvalidArgument if a number is outside its range */
    public CoordinatorConfig {
        requireInRange("maxActiveSessions", maxActiveSessions, MAX_COUNT);
        requireInRange("maxPendingStateChanges", maxPendingStateChanges, MAX_COUNT);
        requireInRange("maxOutputBytes", maxOutputBytes, MAX_OUTPUT_BYTES);
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(store, "store");
    }

    private static void requireInRange(String what, int value, int max) {
        if (value < 1 || value > max) {
            throw new CoordinatorException.InvalidArgument(what, value, "must be from 1 to " + max);
        }
    }

    /** Returns 10 sessions, 100 pending changes, 65 536 bytes of output each, the UTC clock, and no store: saving fails. */
    public static CoordinatorConfig defaults() {
        return new CoordinatorConfig(10, 100, 65_536, Clock.systemUTC(), CoordinatorConfig::refuseToSave);
    }

    private static void refuseToSave(Session session) throws IOException {
        throw new IOException("no store was configured: give one by CoordinatorConfig.withStore");
    }

    public CoordinatorConfig withMaxActiveSessions(int value) {
        return new CoordinatorConfig(value, maxPendingStateChanges, maxOutputBytes, clock, store);
    }

    public CoordinatorConfig withMaxPendingStateChanges(int value) {
        return new CoordinatorConfig(maxActiveSessions, value, maxOutputBytes, clock, store);
    }

    public CoordinatorConfig withMaxOutputBytes(int value) {
        return new CoordinatorConfig(maxActiveSessions, maxPendingStateChanges, value, clock, store);
    }

    public CoordinatorConfig withClock(Clock value) {
        return new CoordinatorConfig(maxActiveSessions, maxPendingStateChanges, maxOutputBytes, value, store);
    }

    public CoordinatorConfig withStore(SessionStore value) {
        return new CoordinatorConfig(maxActiveSessions, maxPendingStateChanges, maxOutputBytes, clock, value);
    }
}
