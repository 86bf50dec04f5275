package io.gauntlet.coordinator.contract;

/**
 * The life of a session.
 *
 * <pre>
 *   from                  may become
 *   ACTIVE                ACTIVE, WAITING_FOR_INPUT, PROCESSING, COMPLETED
 *   WAITING_FOR_INPUT     ACTIVE, COMPLETED
 *   PROCESSING            WAITING_FOR_INPUT, COMPLETED
 *   COMPLETED             nothing: it is terminal
 * </pre>
 *
 * {@link #COMPLETED} is reached by a {@link StateChange.Completed} alone, never by {@link
 * SessionCoordinator#updateSessionState}.
 */
public enum SessionState {
    ACTIVE,
    WAITING_FOR_INPUT,
    PROCESSING,
    COMPLETED;

    /** Returns whether a session in this state may go to {@code next} (or stay, where {@code next} is this state). */
    public boolean mayBecome(SessionState next) {
        return switch (this) {
            case ACTIVE -> true;
            case WAITING_FOR_INPUT -> next == ACTIVE || next == COMPLETED;
            case PROCESSING -> next == WAITING_FOR_INPUT || next == COMPLETED;
            case COMPLETED -> false;
        };
    }
}
