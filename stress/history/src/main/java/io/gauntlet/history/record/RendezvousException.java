package io.gauntlet.history.record;

/** The callers of a run did not all meet at the end of a window, so there is no telling where one window ends. */
public final class RendezvousException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RendezvousException(String message) {
        super(message);
    }

    RendezvousException(String message, Throwable cause) {
        super(message, cause);
    }
}
