package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Callers who come when a fault is over, each in a thread of its own and with one question, all kinds of question: whoever died
 * or went must have left no lock held, neither one that stops everybody nor one that stops those alone who change something.
 */
final class FreshCallers {

    private static final String ID = "fresh";
    private static final String NAME = "Fresh";

    private FreshCallers() {}

    /** Returns the questions in an order in which each of them has an answer. */
    static List<Operation> questions() {
        return List.of(
                new Operation.CreateSession(ID, NAME),
                new Operation.SwitchSession(NAME),
                new Operation.ActiveSessionId(),
                new Operation.GetSession(ID),
                new Operation.ListSessions(),
                new Operation.GetWaitingSessions(),
                new Operation.UpdateSessionState(ID, SessionState.ACTIVE),
                new Operation.UpdateResourceStats(ID, new ResourceStats(1, 1)),
                new Operation.AppendOutput(ID, "fresh"),
                new Operation.PostStateChange(new StateChange.NeedsInput(ID)),
                new Operation.ProcessStateChanges(),
                new Operation.DroppedStateChanges(),
                new Operation.SaveSession(ID),
                new Operation.CloseSession(ID),
                new Operation.Snapshot());
    }

    /**
     * Asks all questions, and returns one line for each that got no answer or a wrong one.
     *
     * @throws StalledException if one was not answered at all
     * @throws TimeoutException if one was not answered within the time limit
     */
    static List<String> complaints(SessionCoordinator coordinator, CoordinatorConfig config, Watch watch)
            throws StalledException, TimeoutException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        for (Operation question : questions()) {
            watch.inThreadOfItsOwn("fresh-" + question.getClass().getSimpleName(), () -> {
                try {
                    Object answer = question.call(coordinator);
                    if (answer instanceof CoordinatorSnapshot snapshot) {
                        complaints.addAll(SnapshotInvariants.violations(snapshot, config));
                    }
                } catch (Throwable thrown) {
                    complaints.add("a fresh caller's " + question + " threw " + thrown);
                }
            });
        }
        return complaints;
    }
}
