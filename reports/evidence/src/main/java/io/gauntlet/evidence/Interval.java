package io.gauntlet.evidence;

/** A point estimate with its 95 % interval, which contains it. */
public record Interval(double estimate, double low, double high) {

    public Interval {
        if (!(low <= estimate && estimate <= high)) {
            throw new IllegalArgumentException(
                    "estimate " + estimate + " lies outside its interval [" + low + ", " + high + "]");
        }
    }

    /** Returns whether the interval holds {@code value}, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
