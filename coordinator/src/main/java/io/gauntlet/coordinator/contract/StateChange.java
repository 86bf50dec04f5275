package io.gauntlet.coordinator.contract;

import java.util.Objects;

/**
 * A change of one session, posted by whoever noticed it and applied later by {@link
 * SessionCoordinator#processStateChanges}.
 */
public sealed interface StateChange {

    /** The session concerned; it may be gone by the time the change is applied. */
    String sessionId();

    /** The session waits for its user: it becomes {@link SessionState#WAITING_FOR_INPUT}. */
    record NeedsInput(String sessionId) implements StateChange {
        public NeedsInput {
            Objects.requireNonNull(sessionId, "sessionId");
        }
    }

    /** The session works: it becomes {@link SessionState#PROCESSING}. */
    record Processing(String sessionId) implements StateChange {
        public Processing {
            Objects.requireNonNull(sessionId, "sessionId");
        }
    }

    /** The session is done: it becomes {@link SessionState#COMPLETED}. */
    record Completed(String sessionId) implements StateChange {
        public Completed {
            Objects.requireNonNull(sessionId, "sessionId");
        }
    }

    /** Something went wrong: the message is recorded as {@link Session#lastError()}; the state stays as it is. */
    record Error(String sessionId, String message) implements StateChange {
        public Error {
            Objects.requireNonNull(sessionId, "sessionId");
            Objects.requireNonNull(message, "message");
        }
    }
}
