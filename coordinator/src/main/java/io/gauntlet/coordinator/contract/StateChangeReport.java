package io.gauntlet.coordinator.contract;

import java.util.List;

/**
 * What became of the changes that one {@link SessionCoordinator#processStateChanges} drained, each list in posting
 * order.
 *
 * @param applied changes that took effect
 * @param skipped changes for sessions that are gone
 * @param refused changes that the session's state does not allow
 */
public record StateChangeReport(List<StateChange> applied, List<StateChange> skipped, List<StateChange> refused) {

    /** Nothing was posted. */
    public static final StateChangeReport EMPTY = new StateChangeReport(List.of(), List.of(), List.of());

    public StateChangeReport {
        applied = List.copyOf(applied);
        skipped = List.copyOf(skipped);
        refused = List.copyOf(refused);
    }

    /** Returns how many changes were drained. */
    public int drained() {
        return applied.size() + skipped.size() + refused.size();
    }
}
