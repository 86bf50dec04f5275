package io.gauntlet.coordinator.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coordinator at one instant: everything in it was true at once.
 *
 * @param sessions all open sessions in creation order, unmodifiable
 * @param activeSessionId the active session's id; null exactly when there are no sessions
 * @param outputBytes the bytes of output kept for all of them together
 * @param pendingStateChanges how many posted changes wait to be processed
 * @param droppedStateChanges how many posted changes were dropped since the coordinator was made
 */
public record CoordinatorSnapshot(
        List<Session> sessions,
        @Nullable String activeSessionId,
        long outputBytes,
        int pendingStateChanges,
        long droppedStateChanges) {}
