package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import org.jspecify.annotations.Nullable;

/** A snapshot of sessions with an active id that was kept elsewhere: of one instant only if both parts are. */
public final class JoinedSnapshot {

    private JoinedSnapshot() {}

    /** Joins the sessions of {@code sessions} with {@code activeId}. */
    public static CoordinatorSnapshot of(CoordinatorSnapshot sessions, @Nullable String activeId) {
        return new CoordinatorSnapshot(
                sessions.sessions(),
                activeId,
                sessions.outputBytes(),
                sessions.pendingStateChanges(),
                sessions.droppedStateChanges());
    }
}
