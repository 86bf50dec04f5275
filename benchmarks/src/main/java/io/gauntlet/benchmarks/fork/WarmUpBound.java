package io.gauntlet.benchmarks.fork;

import io.gauntlet.benchmarks.workload.WholeNumber;

/** How long callers of a JVM may warm up until its compiler is idle. */
public final class WarmUpBound {

    private static final String PROPERTY = "gauntlet.fork.warmup.millis";

    /** For a JVM that nobody told, in milliseconds. */
    public static final int USUAL_MILLIS = 30_000;

    private WarmUpBound() {}

    /**
     * Returns what this JVM was told, in milliseconds.
     *
     * @throws IllegalArgumentException if that is no whole number from 0
     */
    public static int millis() {
        return (int) WholeNumber.parse(
                PROPERTY, System.getProperty(PROPERTY, String.valueOf(USUAL_MILLIS)), 0, Integer.MAX_VALUE);
    }

    /** Returns the argument by which a JVM is told. */
    static String argument(int millis) {
        return "-D" + PROPERTY + "=" + millis;
    }
}
