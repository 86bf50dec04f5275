package io.gauntlet.stress.fault;

/** The error that a caller dies of: thrown by code of its own, and caught by nobody. */
final class CallerKilled extends Error {
    private static final long serialVersionUID = 1L;

    CallerKilled(String where) {
        super("the caller was killed " + where);
    }
}
