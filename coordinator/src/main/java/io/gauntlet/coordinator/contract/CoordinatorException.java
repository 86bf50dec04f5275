package io.gauntlet.coordinator.contract;

/**
 * An operation was refused or failed; the coordinator is as if it had not been called. The message names the offending
 * value and what would be accepted.
 */
public abstract sealed class CoordinatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CoordinatorException(String message) {
        super(message);
    }

    private CoordinatorException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A value is outside what its type promises: a session id or name, a resource statistic, a configuration value. */
    public static final class InvalidArgument extends CoordinatorException {
        private static final long serialVersionUID = 1L;

        public InvalidArgument(String what, Object value, String remedy) {
            super(what + " '" + value + "' is not valid: it " + remedy);
        }
    }

    /** No open session has this id, name or number. */
    public static final class SessionNotFound extends CoordinatorException {
        private static final long serialVersionUID = 1L;

        public SessionNotFound(String what, String value) {
            super("no open session has the " + what + " '" + value + "': listSessions() tells which are open");
        }
    }

    /** Another open session has this id. */
    public static final class DuplicateSessionId extends CoordinatorException {
        private static final long serialVersionUID = 1L;

        public DuplicateSessionId(String id) {
            super("an open session has the id '" + id + "' already: choose another, or close that one first");
        }
    }

    /** Another open session has this name. */
    public static final class DuplicateSessionName extends CoordinatorException {
        private static final long serialVersionUID = 1L;

        public DuplicateSessionName(String name) {
            super("an open session has the name '" + name + "' already: choose another, or close that one first");
        }
    }

    /** As many sessions are open as the configuration allows. */
    public static final class SessionLimitReached extends CoordinatorException {
        private static final long serialVersionUID = 1L;

        public SessionLimitReached(String id, int maxActiveSessions) {
            super("session '" + id + "' was not created: " + maxActiveSessions
                    + " sessions are open, which is the limit; close one, or raise maxActiveSessions");
        }
    }

    /** The session's state may not become the one asked for. */
    public static final class InvalidStateTransition extends CoordinatorException {
        private static final long serialVersionUID = 1L;

        public InvalidStateTransition(String id, SessionState from, SessionState to) {
            super("session '" + id + "' is " + from + " and may not become " + to
                    + (to == SessionState.COMPLETED ? ": only a posted Completed change completes a session" : ""));
        }
    }

    /** The store did not keep the session; what it kept before is still there. */
    public static final class SaveFailed extends CoordinatorException {
        private static final long serialVersionUID = 1L;

        public SaveFailed(String id, Throwable cause) {
            super("session '" + id + "' was not saved: " + cause, cause);
        }
    }
}
