package io.gauntlet.benchmarks;

/** What an iteration is for. */
enum Phase {
    /**
     * A few callers warm up, the others sit out. Every other stretch of calls is timed: the compiler must have seen that branch
     * before the iteration that is.
     */
    FEW_WARM_UP(/* bits= */ 1 << 10, /* value= */ 1 << 10),
    ALL_WARM_UP(/* bits= */ 0, /* value= */ 1),
    /** Operations are counted, and added up for each caller. */
    MEASURED(/* bits= */ 0, /* value= */ 1),
    /** Every call is timed, and what callers get is not added to the rest. */
    TIMED(/* bits= */ 0, /* value= */ 0);

    private final int bits;
    private final int value;

    Phase(int bits, int value) {
        this.bits = bits;
        this.value = value;
    }

    /** Returns what measured iteration {@code number} of {@code count} is for: the last is for timing, if that is wanted. */
    static Phase ofMeasurement(int number, int count, boolean timingIsWanted) {
        return number == count && timingIsWanted ? TIMED : MEASURED;
    }

    /** Returns whether it is there for what comes after it. */
    boolean isWarmUp() {
        return this == FEW_WARM_UP || this == ALL_WARM_UP;
    }

    /** Returns whether the call at this position of a tape is timed. */
    boolean times(int position) {
        return (position & bits) == value;
    }
}
