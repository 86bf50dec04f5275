package io.gauntlet.coordinator.operation;

import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import java.util.SplittableRandom;

/**
 * An endless, seeded sequence of operations of all kinds on few ids and names, so that they meet: sessions that exist, that
 * do not, and that are refused. For one thread.
 */
public final class RandomOperations {

    private static final SessionState[] STATES = SessionState.values();

    private final SplittableRandom random;
    private final int sessions;

    /**
     * @param seed the same seed gives the same operations
     * @param sessions how many ids, and names, there are to choose from; more than the coordinator's limit, so that it is met
     */
    public RandomOperations(long seed, int sessions) {
        this.random = new SplittableRandom(seed);
        this.sessions = sessions;
    }

    /** Returns the next operation; all fifteen kinds are about equally likely, creating a little more. */
    public Operation next() {
        return switch (random.nextInt(17)) {
            case 0, 1, 2 -> new Operation.CreateSession(id(), name());
            case 3 -> new Operation.SwitchSession(random.nextInt(3) == 0 ? number() : name());
            case 4 -> new Operation.CloseSession(id());
            case 5 -> new Operation.ActiveSessionId();
            case 6 -> new Operation.GetSession(id());
            case 7 -> new Operation.ListSessions();
            case 8 -> new Operation.GetWaitingSessions();
            case 9 -> new Operation.UpdateSessionState(id(), STATES[random.nextInt(STATES.length)]);
            case 10 -> new Operation.ProcessStateChanges();
            case 11 -> new Operation.SaveSession(id());
            case 12 ->
                new Operation.UpdateResourceStats(
                        id(), new ResourceStats(random.nextInt(1 << 20), random.nextInt(1000)));
            case 13 -> new Operation.Snapshot();
            case 14 -> new Operation.PostStateChange(change());
            case 15 -> new Operation.DroppedStateChanges();
            default -> new Operation.AppendOutput(id(), "output ".repeat(random.nextInt(4)));
        };
    }

    private StateChange change() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new StateChange.NeedsInput(id());
            case 2, 3 -> new StateChange.Processing(id());
            case 4 -> new StateChange.Completed(id());
            default -> new StateChange.Error(id(), "error " + random.nextInt(10));
        };
    }

    private String id() {
        return "id-" + random.nextInt(sessions);
    }

    private String name() {
        return "name-" + random.nextInt(sessions);
    }

    private String number() {
        return Integer.toString(random.nextInt(sessions + 1));
    }
}
