package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.operation.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether all that was acknowledged to anybody is there when all have gone and all posted changes have been processed. */
final class Balance {

    private static final int SHOWN = 3;

    private final Map<StateChange, Integer> unreported = new HashMap<>();
    private long queued;
    private long reported;
    private long dropped;
    private long sessions;

    /** Enters what one caller was told. */
    void add(Ledger ledger) {
        ledger.queued().forEach(change -> unreported.merge(change, 1, Integer::sum));
        queued += ledger.queued().size();
        dropped += ledger.dropped();
        sessions += ledger.sessions();
        report(ledger.reported());
    }

    /** Enters an answer, if it is one that tells what became of changes. */
    void report(@Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered && answered.value() instanceof StateChangeReport report) {
            report(report.applied());
            report(report.skipped());
            report(report.refused());
        }
    }

    /** Enters changes of which it was told what became of them. */
    private void report(Collection<StateChange> changes) {
        changes.forEach(change -> unreported.merge(change, -1, Integer::sum));
        reported += changes.size();
    }

    /** Returns one line for everything that does not balance. */
    List<String> imbalances(CoordinatorSnapshot last) {
        List<String> found = new ArrayList<>();
        List<String> odd = unreported.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> (entry.getValue() > 0 ? "lost: " : "never queued: ") + entry.getKey())
                .sorted()
                .toList();
        if (!odd.isEmpty()) {
            found.add("of " + queued + " changes acknowledged as queued, " + reported + " were reported; "
                    + String.join(", ", odd.subList(0, Math.min(SHOWN, odd.size())))
                    + (odd.size() > SHOWN ? " and " + (odd.size() - SHOWN) + " more" : ""));
        }
        if (last.droppedStateChanges() != dropped) {
            found.add("callers had " + dropped + " changes dropped, the coordinator counts "
                    + last.droppedStateChanges());
        }
        if (last.sessions().size() != sessions) {
            found.add("callers left " + sessions + " sessions open, the coordinator has "
                    + last.sessions().size());
        }
        return found;
    }
}
