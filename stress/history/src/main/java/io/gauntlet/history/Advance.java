package io.gauntlet.history;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome.Answered;
import org.jspecify.annotations.Nullable;

/**
 * How far a history took the two counters of a coordinator, by the answers alone.
 *
 * @param serials how many sessions were created
 * @param versions how many changes of sessions were made
 */
record Advance(long serials, long versions) {

    /** @throws IllegalArgumentException if a call never returned: nobody knows whether it changed something */
    static Advance of(History history) {
        long serials = 0;
        long versions = 0;
        for (Call call : history.calls()) {
            if (call.isPending()) {
                throw new IllegalArgumentException(call.operation() + " of caller " + call.caller()
                        + " never returned: what the coordinator held afterwards is in doubt");
            }
            if (call.outcome() instanceof Answered answered) {
                serials += call.operation() instanceof Operation.CreateSession ? 1 : 0;
                versions += versions(call.operation(), answered.value());
            }
        }
        return new Advance(serials, versions);
    }

    private static long versions(Operation operation, @Nullable Object answer) {
        if (answer instanceof StateChangeReport report) {
            return report.applied().size();
        }
        boolean changes = operation instanceof Operation.CreateSession
                || operation instanceof Operation.UpdateSessionState
                || operation instanceof Operation.UpdateResourceStats
                || operation instanceof Operation.AppendOutput;
        return changes && answer instanceof Session ? 1 : 0;
    }
}
