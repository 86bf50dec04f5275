package io.gauntlet.stress.again;

import java.time.Duration;

/** How a child process ended. */
sealed interface ChildEnd {

    /** By itself, or by a signal. */
    record Exited(int status) implements ChildEnd {}

    /** By us, because it took too long. */
    record TimedOut(Duration limit) implements ChildEnd {}
}
