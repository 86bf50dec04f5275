package io.gauntlet.history.file;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The sessions that a history speaks of. */
final class SessionsOf {

    private SessionsOf() {}

    /** Returns every session object once, those of one id together, the older first. */
    static List<Session> history(History history) {
        Set<Session> found = Collections.newSetFromMap(new IdentityHashMap<>());
        addAll(history.start().sessions(), found);
        for (Call call : history.calls()) {
            if (call.outcome() instanceof Outcome.Answered answered) {
                Object answer = answered.value();
                if (answer instanceof Session session) {
                    found.add(session);
                } else if (answer instanceof List<?> list) {
                    addAll(list(list), found);
                } else if (answer instanceof CoordinatorSnapshot snapshot) {
                    addAll(snapshot.sessions(), found);
                }
            }
        }
        List<Session> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Session::id).thenComparingLong(Session::version));
        return sorted;
    }

    private static void addAll(Collection<Session> sessions, Set<Session> found) {
        sessions.stream().filter(Objects::nonNull).forEach(found::add);
    }

    /** @throws IllegalArgumentException if there is something else in the list */
    @SuppressWarnings("unchecked") // looked at
    static List<Session> list(List<?> list) {
        for (Object element : list) {
            if (element != null && !(element instanceof Session)) {
                throw new IllegalArgumentException(
                        "no operation of the contract answers a list of " + element + ", of " + element.getClass());
            }
        }
        return (List<Session>) list;
    }
}
