package io.gauntlet.benchmarks.statistics;

/** A 95 % confidence interval, ends included. */
public record Interval(double low, double high) {

    /**
     * Checks that the ends are in order.
     *
     * @throws IllegalArgumentException if {@code low} lies above {@code high}, or either is not a number
     */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("[" + low + ", " + high + "] is no interval: low must not exceed high");
        }
    }

    /** Returns whether the interval holds {@code value}. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
