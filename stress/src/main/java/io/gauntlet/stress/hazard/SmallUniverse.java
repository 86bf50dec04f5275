package io.gauntlet.stress.hazard;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The limits that scenarios are written for: so tight that a handful of operations fills the coordinator, drops a posted
 * change and evicts output.
 */
public final class SmallUniverse {

    /** Ids, and names, to draw from: one more than there is room for. */
    static final int SESSIONS = 3;

    private static final int MAX_ACTIVE_SESSIONS = 2;
    private static final int MAX_PENDING_STATE_CHANGES = 2;
    private static final int MAX_OUTPUT_BYTES = 8;

    private SmallUniverse() {}

    /**
     * Returns the configuration. Its clock stands still, so that equal sessions are equal. Its store keeps nothing: the copy
     * that {@code saveSession} took and returns can be judged, what is written outside the guard cannot.
     */
    public static CoordinatorConfig config() {
        return new CoordinatorConfig(
                MAX_ACTIVE_SESSIONS,
                MAX_PENDING_STATE_CHANGES,
                MAX_OUTPUT_BYTES,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                session -> {});
    }
}
