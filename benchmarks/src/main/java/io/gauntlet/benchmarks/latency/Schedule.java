package io.gauntlet.benchmarks.latency;

/**
 * When the calls of one caller are due, one after the other, in nanoseconds since the schedule began. With a mean gap of 0
 * all of them are due at once: a caller that keeps to that never waits, which is how capacity is measured.
 */
final class Schedule {

    static final double ALL_AT_ONCE = 0;

    private final float[] gaps;
    private final double meanGapNanos;
    private int index;

    /** Not a whole number: what a gap loses in rounding would add up to calls too many. */
    private double due;

    /** @param gaps of mean 1; as many as a power of two */
    Schedule(float[] gaps, double meanGapNanos) {
        this.gaps = gaps;
        this.meanGapNanos = meanGapNanos;
        advance();
    }

    boolean isAllAtOnce() {
        return meanGapNanos == ALL_AT_ONCE;
    }

    /** Returns when the next call is due. */
    long due() {
        return (long) due;
    }

    /** Goes on to the call after it. */
    void advance() {
        due += gaps[index] * meanGapNanos;
        index = (index + 1) & (gaps.length - 1);
    }
}
