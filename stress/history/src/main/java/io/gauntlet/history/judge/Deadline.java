package io.gauntlet.history.judge;

import java.time.Duration;

/** When a judge must have its verdict, by the time that its thread has run on a processor. */
final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration time) {
        return new Deadline(ProcessorTime.nanos() + time.toNanos());
    }

    boolean isOver() {
        return isOverIn(0);
    }

    /** Returns whether something that takes this long would end too late. */
    boolean isOverIn(long moreNanos) {
        return ProcessorTime.nanos() + moreNanos > nanos;
    }
}
