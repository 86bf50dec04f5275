package io.gauntlet.benchmarks.fork;

/**
 * What the compiler of one JVM did.
 *
 * @param warmUpMillis how long callers warmed up, before JMH's first iteration
 * @param compiledMillis how long it compiled between the last warm-up and the end of the last counted iteration, recorded
 *     windows included
 * @param compilerFirst whether its threads went before those of callers
 * @param whyNotIdle what showed that it still had something to do when counting began; empty if it had not
 */
public record WarmedUp(long warmUpMillis, long compiledMillis, boolean compilerFirst, String whyNotIdle) {

    /** Nobody warmed up in a way that was watched. */
    public static final WarmedUp UNKNOWN = new WarmedUp(0, 0, false, "nobody watched the compiler");

    /** @throws IllegalArgumentException if that cannot be */
    public WarmedUp {
        if (warmUpMillis < 0 || compiledMillis < 0) {
            throw new IllegalArgumentException(
                    "a warm-up of " + warmUpMillis + " ms, then " + compiledMillis + " ms of compiling cannot be");
        }
    }
}
