package io.gauntlet.benchmarks.latency;

/** A clock that only its caller moves: waiting is exact, and takes no time. */
final class SimulatedClock extends Clock {

    private long now;

    @Override
    long nanoTime() {
        return now;
    }

    @Override
    long waitUntil(long due) {
        now = due;
        return now;
    }

    void moveTo(long instant) {
        now = instant;
    }
}
