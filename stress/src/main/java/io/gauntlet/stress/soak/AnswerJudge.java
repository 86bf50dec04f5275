package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionId;
import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionName;
import io.gauntlet.coordinator.contract.CoordinatorException.InvalidStateTransition;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionLimitReached;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the answers that one caller gets: each by itself, and by what the same caller was told before, since what it sees
 * may only go forward. For one thread.
 */
final class AnswerJudge {

    private final CoordinatorConfig limits;
    private final Map<String, Session> newestSeen = new HashMap<>();
    private long droppedSeen;
    private List<String> found = new ArrayList<>();

    AnswerJudge(CoordinatorConfig limits) {
        this.limits = limits;
    }

    /** Returns one line for everything that is wrong with the answer. */
    List<String> violations(Operation asked, @Nullable Object answer) {
        found = new ArrayList<>();
        if (answer == null) {
            require(
                    asked instanceof Operation.GetSession || asked instanceof Operation.ActiveSessionId,
                    "answered null");
        } else if (answer instanceof CoordinatorSnapshot snapshot) {
            judge(snapshot);
        } else if (answer instanceof Session session) {
            judge(asked, session);
        } else if (asked instanceof Operation.ListSessions) {
            judge(sessions(answer));
        } else if (asked instanceof Operation.GetWaitingSessions) {
            judge(sessions(answer));
            sessions(answer).forEach(this::requireWaiting);
        } else if (answer instanceof StateChangeReport report) {
            require(
                    report.drained() <= limits.maxPendingStateChanges(),
                    report.drained() + " changes were pending, the limit is " + limits.maxPendingStateChanges());
        } else if (asked instanceof Operation.DroppedStateChanges) {
            judgeDropped((long) answer);
        }
        return found;
    }

    /** Returns one line if the contract does not let this operation, with valid arguments, be refused for this cause. */
    List<String> violations(Operation asked, CoordinatorException refusal) {
        return causes(asked).contains(refusal.getClass()) ? List.of() : List.of("refused by " + refusal);
    }

    private static Set<Class<? extends CoordinatorException>> causes(Operation asked) {
        if (asked instanceof Operation.CreateSession) {
            return Set.of(DuplicateSessionId.class, DuplicateSessionName.class, SessionLimitReached.class);
        }
        if (asked instanceof Operation.UpdateSessionState) {
            return Set.of(SessionNotFound.class, InvalidStateTransition.class);
        }
        boolean needsSession = asked instanceof Operation.SwitchSession
                || asked instanceof Operation.CloseSession
                || asked instanceof Operation.SaveSession
                || asked instanceof Operation.UpdateResourceStats
                || asked instanceof Operation.AppendOutput;
        return needsSession ? Set.of(SessionNotFound.class) : Set.of();
    }

    private void judge(CoordinatorSnapshot snapshot) {
        found.addAll(SnapshotInvariants.violations(snapshot, limits));
        snapshot.sessions().forEach(this::requireNotOlderThanSeen);
        judgeDropped(snapshot.droppedStateChanges());
    }

    /** A list must be fit for a snapshot in which nothing else is wrong. */
    private void judge(List<Session> list) {
        String active = list.isEmpty() ? null : list.get(0).id();
        long bytes =
                list.stream().mapToLong(session -> session.output().bytes()).sum();
        found.addAll(SnapshotInvariants.violations(new CoordinatorSnapshot(list, active, bytes, 0, 0), limits));
        list.forEach(this::requireNotOlderThanSeen);
    }

    private void judge(Operation asked, Session session) {
        requireNotOlderThanSeen(session);
        String id = idOf(asked);
        require(id == null || session.id().equals(id), "answered with session '" + session.id() + "'");
        if (asked instanceof Operation.CreateSession create) {
            require(session.name().equals(create.name()), "created the name '" + session.name() + "'");
            require(session.state() == SessionState.ACTIVE, "created in state " + session.state());
        } else if (asked instanceof Operation.SwitchSession switching) {
            String wanted = switching.nameOrNumber();
            require(
                    Character.isDigit(wanted.charAt(0)) || session.name().equals(wanted),
                    "switched to the name '" + session.name() + "'");
        } else if (asked instanceof Operation.UpdateSessionState update) {
            require(session.state() == update.state(), "became " + session.state());
        } else if (asked instanceof Operation.UpdateResourceStats update) {
            require(session.resourceStats().equals(update.stats()), "recorded " + session.resourceStats());
        }
    }

    private static @Nullable String idOf(Operation asked) {
        if (asked instanceof Operation.CreateSession create) {
            return create.id();
        } else if (asked instanceof Operation.CloseSession close) {
            return close.id();
        } else if (asked instanceof Operation.GetSession get) {
            return get.id();
        } else if (asked instanceof Operation.UpdateSessionState update) {
            return update.id();
        } else if (asked instanceof Operation.SaveSession save) {
            return save.id();
        } else if (asked instanceof Operation.UpdateResourceStats update) {
            return update.id();
        } else if (asked instanceof Operation.AppendOutput append) {
            return append.id();
        }
        return null;
    }

    private void requireWaiting(Session session) {
        require(
                session.state() == SessionState.WAITING_FOR_INPUT,
                "session '" + session.id() + "' is listed as waiting, but is " + session.state());
    }

    private void requireNotOlderThanSeen(Session session) {
        Session before = newestSeen.put(session.id(), session);
        if (before == null) {
            return;
        }
        require(
                before.version() <= session.version(),
                "session '" + session.id() + "' has version " + session.version() + " after this caller saw version "
                        + before.version());
        require(
                before.version() != session.version() || before.equals(session),
                "version " + session.version() + " of session '" + session.id() + "' is two: " + before + " and "
                        + session);
    }

    private void judgeDropped(long dropped) {
        require(dropped >= droppedSeen, dropped + " changes were dropped, after this caller saw " + droppedSeen);
        droppedSeen = dropped;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    @SuppressWarnings("unchecked") // what the two operations that list are declared to return
    private static List<Session> sessions(Object answer) {
        return (List<Session>) answer;
    }
}
