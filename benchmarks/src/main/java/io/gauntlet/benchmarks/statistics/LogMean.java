package io.gauntlet.benchmarks.statistics;

import java.util.OptionalDouble;

/**
 * A mean over forks and the variance of its logarithm.
 *
 * @param varianceOfLog of the estimate, not of the observations; absent where it cannot be had
 * @param forks how many the mean is over
 */
record LogMean(double mean, OptionalDouble varianceOfLog, int forks) {

    int degreesOfFreedom() {
        return forks - 1;
    }
}
