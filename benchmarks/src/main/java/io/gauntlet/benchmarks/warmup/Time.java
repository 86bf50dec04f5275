package io.gauntlet.benchmarks.warmup;

import java.util.concurrent.locks.LockSupport;

/** A clock, and a way to let it go on. */
public interface Time {

    /** The system's. */
    Time SYSTEM = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pass(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    };

    /** Returns the time in nanoseconds since some fixed moment. */
    long nanos();

    /** Waits for so many nanoseconds. */
    void pass(long nanos);
}
