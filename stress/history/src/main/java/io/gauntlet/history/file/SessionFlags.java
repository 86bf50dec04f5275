package io.gauntlet.history.file;

/** The bits with which a session begins in a history file. */
final class SessionFlags {

    static final int STATE = 0b11;
    static final int LAST_ERROR = 1 << 2;
    static final int OWN_LIFE = 1 << 3;
    static final int OWN_STATS = 1 << 4;

    /** The greatest value that these bits make. */
    static final int ALL = (1 << 5) - 1;

    private SessionFlags() {}
}
