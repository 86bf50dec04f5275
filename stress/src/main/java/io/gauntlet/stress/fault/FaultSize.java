package io.gauntlet.stress.fault;

import java.time.Duration;

/**
 * How much is asked under one fault.
 *
 * @param callers how many there are
 * @param windows how many windows there are at least, the first of them before the fault
 * @param callsPerWindow how often each caller asks in a window
 * @param stall how long at least a store does not come back
 */
record FaultSize(int callers, int windows, int callsPerWindow, Duration stall) {

    /** Callers who go on because there was not enough of the fault yet may make far more windows than can be kept. */
    private static final int MOST_TIMES = 3;

    private static final int LEAST_WINDOWS = 2;

    /** @throws IllegalArgumentException if a number is too small */
    FaultSize {
        if (callers < 1 || windows < LEAST_WINDOWS || callsPerWindow < 1 || stall.isNegative() || stall.isZero()) {
            throw new IllegalArgumentException(callers + " callers in " + windows + " windows with " + callsPerWindow
                    + " calls each and a stall of " + stall + ": each must be positive, and the windows two at least");
        }
    }

    /** Returns how many windows are kept at most, for the judge. */
    int mostWindowsKept() {
        return windows * MOST_TIMES;
    }
}
