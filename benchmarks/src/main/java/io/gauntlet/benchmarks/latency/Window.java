package io.gauntlet.benchmarks.latency;

/**
 * A stretch of calls, by the caller's clock.
 *
 * @param begins when the schedule begins: calls before {@code opens} are made and not counted, so that what is counted meets
 *     callers already in each other's way
 * @param opens from when on calls that are due count
 * @param closes when the schedule ends; calls due before are made all the same, or the longest waits would be missing
 * @param abandons when callers give up calls that are still not made
 */
record Window(long begins, long opens, long closes, long abandons) {

    /** A part of the stretch that counts. */
    private static final int LEAD_IN_SHARE = 10;

    /**
     * Returns a window in which a load is offered.
     *
     * @param nanos that count
     * @param rotationNanos see {@link Backlog#rotationNanos}
     */
    static Window ofLoad(long begins, long nanos, long rotationNanos) {
        long opens = begins + leadInNanos(nanos);
        long closes = opens + nanos;
        return new Window(begins, opens, closes, closes + nanos / 2 + rotationNanos);
    }

    /** Returns a window in which callers never wait: it ends for all of them at the same moment. */
    static Window ofSaturation(long begins, long nanos) {
        return new Window(begins, begins, begins + nanos, begins + nanos);
    }

    static long leadInNanos(long nanos) {
        return nanos / LEAD_IN_SHARE;
    }

    long middle() {
        return opens + nanos() / 2;
    }

    /** Returns how long it counts. */
    long nanos() {
        return closes - opens;
    }
}
