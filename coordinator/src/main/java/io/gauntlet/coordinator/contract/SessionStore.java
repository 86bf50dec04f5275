package io.gauntlet.coordinator.contract;

import java.io.IOException;

/**
 * Where {@link SessionCoordinator#saveSession} puts a session.
 *
 * <p>One store serves one coordinator: versions of different coordinators cannot be compared. Many threads may call it at
 * once.
 */
public interface SessionStore {

    /**
     * Keeps {@code session}, unless a value of the same id with a greater {@link Session#version() version} was kept
     * already through this store. On return the store holds this value or a newer one.
     *
     * @throws IOException if it could not be kept; what was kept before is still there
     */
    void save(Session session) throws IOException;
}
