package io.gauntlet.coordinator.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The promises of {@link SessionCoordinator} that a single {@link CoordinatorSnapshot} can show to be broken: one judge for
 * every checker and every measurement.
 */
public final class SnapshotInvariants {

    private SnapshotInvariants() {}

    /** Returns one line for each broken promise, naming the values at fault; empty where all hold. */
    public static List<String> violations(CoordinatorSnapshot snapshot, CoordinatorConfig config) {
        long nulls = snapshot.sessions().stream().filter(Objects::isNull).count();
        if (nulls > 0) {
            return List.of(nulls + " of the " + snapshot.sessions().size() + " sessions listed are null");
        }
        List<String> violations = new ArrayList<>();
        checkActive(snapshot, violations);
        checkSessions(snapshot.sessions(), config, violations);
        checkTotals(snapshot, config, violations);
        return List.copyOf(violations);
    }

    private static void checkActive(CoordinatorSnapshot snapshot, List<String> violations) {
        String active = snapshot.activeSessionId();
        List<Session> sessions = snapshot.sessions();
        if (active == null) {
            if (!sessions.isEmpty()) {
                violations.add("no session is active while " + sessions.size() + " are open: " + ids(sessions));
            }
        } else if (sessions.stream().noneMatch(session -> session.id().equals(active))) {
            violations.add("the active id '" + active + "' names no open session: " + ids(sessions));
        }
    }

    private static void checkSessions(List<Session> sessions, CoordinatorConfig config, List<String> violations) {
        if (sessions.size() > config.maxActiveSessions()) {
            violations.add(sessions.size() + " sessions are open, the limit is " + config.maxActiveSessions() + ": "
                    + ids(sessions));
        }
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        long previousSerial = 0;
        for (Session session : sessions) {
            if (!ids.add(session.id())) {
                violations.add("the id '" + session.id() + "' is open twice");
            }
            if (!names.add(session.name())) {
                violations.add("the name '" + session.name() + "' is open twice");
            }
            if (session.serial() <= previousSerial) {
                violations.add("session '" + session.id() + "' with serial " + session.serial()
                        + " is listed after serial " + previousSerial + ": not in creation order");
            }
            if (session.output().bytes() > config.maxOutputBytes()) {
                violations.add("session '" + session.id() + "' keeps "
                        + session.output().bytes() + " bytes of output, the limit is " + config.maxOutputBytes());
            }
            previousSerial = session.serial();
        }
    }

    private static void checkTotals(CoordinatorSnapshot snapshot, CoordinatorConfig config, List<String> violations) {
        long sum = 0;
        for (Session session : snapshot.sessions()) {
            sum += session.output().bytes();
        }
        if (snapshot.outputBytes() != sum) {
            violations.add("the total is " + snapshot.outputBytes() + " bytes of output, the sessions keep " + sum);
        }
        int pending = snapshot.pendingStateChanges();
        if (pending < 0 || pending > config.maxPendingStateChanges()) {
            violations.add(pending + " state changes are pending, allowed are 0 to " + config.maxPendingStateChanges());
        }
        if (snapshot.droppedStateChanges() < 0) {
            violations.add(snapshot.droppedStateChanges() + " state changes were dropped: less than none");
        }
    }

    private static List<String> ids(List<Session> sessions) {
        return sessions.stream().map(Session::id).toList();
    }
}
