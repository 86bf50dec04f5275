package io.gauntlet.stress.soak;

/** What is put around all that a caller does, to disturb its schedule. */
@FunctionalInterface
interface Disturbance {

    /** No disturbance. */
    Disturbance NONE = (caller, body) -> body;

    /** Returns what the thread of a caller is to run instead of {@code body}. */
    Runnable around(int caller, Runnable body);
}
