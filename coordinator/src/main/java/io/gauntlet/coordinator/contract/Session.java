package io.gauntlet.coordinator.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One chat session at one instant; immutable.
 *
 * @param id chosen by the caller, unique among the open sessions, 1 to 128 characters (UTF-16 code units) of any kind
 * @param name shown to people, unique among the open sessions, 1 to 64 letters, digits, {@code -}, {@code _} or spaces,
 *     not digits alone
 * @param serial 1 for the first session the coordinator ever created, 2 for the second, ...: creation order
 * @param createdAt when it was created, by the coordinator's clock
 * @param version grows with each change of any session of one coordinator: of two values of one id the one with the
 *     greater version is the newer, even if the id was closed and created again in between
 * @param state where it is in its life
 * @param lastError the message of the last {@link StateChange.Error} applied to it, or null
 * @param resourceStats what it has consumed
 * @param output its newest output
 */
public record Session(
        String id,
        String name,
        long serial,
        Instant createdAt,
        long version,
        SessionState state,
        @Nullable String lastError,
        ResourceStats resourceStats,
        SessionOutput output) {

    /** Returns a session as it is just after its creation. */
    public static Session created(String id, String name, long serial, Instant createdAt, long version) {
        return new Session(
                id,
                name,
                serial,
                createdAt,
                version,
                SessionState.ACTIVE,
                null,
                ResourceStats.NONE,
                SessionOutput.EMPTY);
    }

    /** Returns this session in state {@code next}. */
    public Session withState(SessionState next, long newVersion) {
        return new Session(id, name, serial, createdAt, newVersion, next, lastError, resourceStats, output);
    }

    /** Returns this session with {@code message} recorded as its last error. */
    public Session withLastError(String message, long newVersion) {
        return new Session(id, name, serial, createdAt, newVersion, state, message, resourceStats, output);
    }

    /** Returns this session with {@code stats} as its consumption. */
    public Session withResourceStats(ResourceStats stats, long newVersion) {
        return new Session(id, name, serial, createdAt, newVersion, state, lastError, stats, output);
    }

    /** Returns this session with {@code newOutput} as its output. */
    public Session withOutput(SessionOutput newOutput, long newVersion) {
        return new Session(id, name, serial, createdAt, newVersion, state, lastError, resourceStats, newOutput);
    }
}
