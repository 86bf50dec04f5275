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

    /** Callers who have asked so many times more than they had to do not wait for more of the fault. */
    private static final int MOST_TIMES = 3;

    private static final int LEAST_WINDOWS = 2;

    /** @throws IllegalArgumentException if a number is too small */
    FaultSize {
        if (callers < 1 || windows < LEAST_WINDOWS || callsPerWindow < 1 || stall.isNegative() || stall.isZero()) {
            throw new IllegalArgumentException(callers + " callers in " + windows + " windows with " + callsPerWindow
                    + " calls each and a stall of " + stall + ": each must be positive, and the windows two at least");
        }
    }

    /** Returns how many windows there are at most. */
    int mostWindows() {
        return windows * MOST_TIMES;
    }
}
