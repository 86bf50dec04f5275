package io.gauntlet.benchmarks.latency;

import java.util.concurrent.locks.LockSupport;

/** The machine's clock. Waiting is parking: with many more callers than cores, one that spins takes the time of another. */
final class SystemClock extends Clock {

    @Override
    long nanoTime() {
        return System.nanoTime();
    }

    @Override
    long waitUntil(long due) {
        long now = System.nanoTime();
        while (now - due < 0) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
        return now;
    }
}
