package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionLimitReached;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What callers have asked and how it was answered, counted: for one caller, and added up when all have ended. */
final class Tally {

    private final Set<String> kinds = new TreeSet<>();
    private long answers;
    private long refusals;
    private long refusalsAtLimit;
    private long snapshots;
    private long emptySnapshots;
    private long created;
    private long closed;
    private long queued;
    private long dropped;
    private long drained;

    void count(Operation asked, @Nullable Object answer) {
        answers++;
        kinds.add(asked.getClass().getSimpleName());
        if (answer instanceof CoordinatorSnapshot snapshot) {
            snapshots++;
            if (snapshot.sessions().isEmpty()) {
                emptySnapshots++;
            }
        } else if (answer instanceof StateChangeReport report) {
            drained += report.drained();
        } else if (asked instanceof Operation.PostStateChange) {
            if (Boolean.TRUE.equals(answer)) {
                queued++;
            } else {
                dropped++;
            }
        } else if (asked instanceof Operation.CreateSession) {
            created++;
        } else if (asked instanceof Operation.CloseSession) {
            closed++;
        }
    }

    void count(Operation asked, CoordinatorException refusal) {
        refusals++;
        kinds.add(asked.getClass().getSimpleName());
        if (refusal instanceof SessionLimitReached) {
            refusalsAtLimit++;
        }
    }

    void add(Tally other) {
        kinds.addAll(other.kinds);
        answers += other.answers;
        refusals += other.refusals;
        refusalsAtLimit += other.refusalsAtLimit;
        snapshots += other.snapshots;
        emptySnapshots += other.emptySnapshots;
        created += other.created;
        closed += other.closed;
        queued += other.queued;
        dropped += other.dropped;
        drained += other.drained;
    }

    /** Returns how many operations came back, refusals included. */
    long operations() {
        return answers + refusals;
    }

    /** Returns one line for everything that the coordinator, now left alone, says otherwise than its callers have heard. */
    List<String> imbalances(CoordinatorSnapshot last) {
        List<String> found = new ArrayList<>();
        compare(
                found,
                created + " created, " + closed + " closed",
                created - closed,
                "open",
                last.sessions().size());
        compare(
                found,
                queued + " changes queued, " + drained + " processed",
                queued - drained,
                "pending",
                last.pendingStateChanges());
        compare(found, dropped + " changes not queued", dropped, "dropped", last.droppedStateChanges());
        return found;
    }

    private static void compare(List<String> found, String heard, long expected, String what, long actual) {
        if (expected != actual) {
            found.add("callers count " + heard + ": " + expected + " must be " + what + ", the coordinator says "
                    + actual);
        }
    }

    /** Returns what these operations should have met and did not. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (Class<?> kind : Operation.class.getPermittedSubclasses()) {
            if (!kinds.contains(kind.getSimpleName())) {
                gaps.add("nobody asked " + kind.getSimpleName());
            }
        }
        if (emptySnapshots == 0) {
            gaps.add("no snapshot of the empty coordinator was taken");
        }
        if (refusalsAtLimit == 0) {
            gaps.add("the limit of sessions was never met");
        }
        if (dropped == 0) {
            gaps.add("no posted change was dropped");
        }
        return gaps;
    }

    /** Returns the counts as a check's effort. */
    Map<String, Long> effort(CoordinatorConfig limits, int callers) {
        Map<String, Long> effort = new TreeMap<>();
        effort.put("callers", (long) callers);
        effort.put("operations", operations());
        effort.put("kinds of operation", (long) kinds.size());
        effort.put("refusals", refusals);
        effort.put("refusals at the limit of " + limits.maxActiveSessions() + " sessions", refusalsAtLimit);
        effort.put("snapshots", snapshots);
        effort.put("empty snapshots", emptySnapshots);
        return effort;
    }
}
