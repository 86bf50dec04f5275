package io.gauntlet.history.file;

import io.gauntlet.coordinator.contract.SessionState;
import java.util.List;

/** The bits with which a session begins in a history file, and the states that two of them name. */
final class SessionFlags {

    /** In the order of their codes. */
    static final List<SessionState> STATES = List.of(
            SessionState.ACTIVE, SessionState.WAITING_FOR_INPUT, SessionState.PROCESSING, SessionState.COMPLETED);

    static final int STATE = 0b11;
    static final int LAST_ERROR = 1 << 2;
    static final int OWN_LIFE = 1 << 3;
    static final int OWN_STATS = 1 << 4;

    /** The greatest value that these bits make. */
    static final int ALL = (1 << 5) - 1;

    private SessionFlags() {}
}
