package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionStore;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** A store that is broken: it says that a session is kept and keeps it one call later. A kill takes what was promised. */
final class BrokenHastyStore implements SessionStore {

    private final SessionStore store;
    private final Deque<Session> promised = new ArrayDeque<>();

    BrokenHastyStore(SessionStore store) {
        this.store = store;
    }

    @Override
    public void save(Session session) throws IOException {
        promised.addLast(session);
        if (promised.size() > 1) {
            store.save(promised.removeFirst());
        }
    }
}
