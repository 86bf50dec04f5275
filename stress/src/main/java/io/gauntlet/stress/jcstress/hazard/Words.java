package io.gauntlet.stress.jcstress.hazard;

import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionId;
import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionName;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionLimitReached;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a coordinator answered, in the word or two that stand for it in an outcome. Called millions of times a second. */
final class Words {

    private static final String NONE = "none";

    private Words() {}

    /** Returns the words of an answer, or those of the refusal. */
    static String of(Supplier<String> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            return refusal(e);
        }
    }

    /** Returns {@code word} if the call was answered, or the words of the refusal. */
    static String of(String word, Runnable call) {
        try {
            call.run();
            return word;
        } catch (RuntimeException e) {
            return refusal(e);
        }
    }

    /** Returns why a call was refused; of an exception that none of these rules throws, its class, which every hazard forbids. */
    static String refusal(RuntimeException thrown) {
        if (thrown instanceof SessionNotFound) {
            return "not found";
        }
        if (thrown instanceof DuplicateSessionId) {
            return "id taken";
        }
        if (thrown instanceof DuplicateSessionName) {
            return "name taken";
        }
        if (thrown instanceof SessionLimitReached) {
            return "full";
        }
        return thrown.getClass().getSimpleName();
    }

    static String active(@Nullable String id) {
        return id == null ? NONE : id;
    }

    static String id(@Nullable Session session) {
        return session == null ? NONE : session.id();
    }

    static String ids(List<Session> sessions) {
        String ids = NONE;
        for (Session session : sessions) {
            ids = ids.equals(NONE) ? session.id() : ids + " " + session.id();
        }
        return ids;
    }

    static String names(List<Session> sessions) {
        String names = NONE;
        for (Session session : sessions) {
            names = names.equals(NONE) ? session.name() : names + " " + session.name();
        }
        return names;
    }

    /** Returns the active id of the open ones: {@code a of a b}. */
    static String activeOf(CoordinatorSnapshot snapshot) {
        return active(snapshot.activeSessionId()) + " of " + ids(snapshot.sessions());
    }

    static String state(@Nullable Session session) {
        if (session == null) {
            return NONE;
        }
        return switch (session.state()) {
            case ACTIVE -> "active";
            case WAITING_FOR_INPUT -> "waiting";
            case PROCESSING -> "processing";
            case COMPLETED -> "completed";
        };
    }

    /** Returns the chunks of output, the oldest first: {@code xy zz}. */
    static String output(Session session) {
        return session.output().bytes() == 0
                ? "empty"
                : String.join(" ", session.output().chunks());
    }

    /** Returns what became of the changes: {@code 1 applied 1 skipped}. */
    static String counts(StateChangeReport report) {
        if (report.drained() == 0) {
            return "nothing";
        }
        String counts = count(report.applied(), " applied ")
                + count(report.skipped(), " skipped ")
                + count(report.refused(), " refused ");
        return counts.strip();
    }

    private static String count(List<StateChange> changes, String what) {
        return changes.isEmpty() ? "" : changes.size() + what;
    }
}
