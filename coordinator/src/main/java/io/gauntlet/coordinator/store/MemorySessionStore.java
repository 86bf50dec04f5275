package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionStore;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A store that keeps the newest value of each id in memory, for as long as it is itself kept. */
public final class MemorySessionStore implements SessionStore {

    private final ConcurrentMap<String, Session> newest = new ConcurrentHashMap<>();

    @Override
    public void save(Session session) {
        Objects.requireNonNull(session, "session");
        newest.merge(session.id(), session, (kept, saved) -> saved.version() > kept.version() ? saved : kept);
    }

    /** Returns the newest value saved under the id. */
    public Optional<Session> load(String id) {
        Objects.requireNonNull(id, "id");
        return Optional.ofNullable(newest.get(id));
    }
}
