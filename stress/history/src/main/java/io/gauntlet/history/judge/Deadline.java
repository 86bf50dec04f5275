package io.gauntlet.history.judge;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When a judge must have its verdict, by the time that its thread has run on a processor. */
final class Deadline {

    private final LongSupplier clock;
    private final long nanos;

    private Deadline(LongSupplier clock, long nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    static Deadline in(Duration time) {
        return in(time, ProcessorTime::nanos);
    }

    /** @param clock which tells nanoseconds */
    static Deadline in(Duration time, LongSupplier clock) {
        return new Deadline(clock, clock.getAsLong() + time.toNanos());
    }

    /** Returns what its clock says. */
    long now() {
        return clock.getAsLong();
    }

    boolean isOver() {
        return isOverIn(0);
    }

    /** Returns whether something that takes this long would end too late. */
    boolean isOverIn(long moreNanos) {
        return now() + moreNanos > nanos;
    }
}
