package io.gauntlet.benchmarks.warmup;

import java.util.concurrent.TimeUnit;

/**
 * When a JVM has warmed up, and how long that may take.
 *
 * @param burstNanos how long callers play between two looks at the compiler
 * @param quietBurstsOfFew in so many bursts of a few callers in a row it must hardly compile before all play
 * @param quietBurstsOfAll in so many of all callers before the warm-up is over
 * @param quietMillis of compiling in one burst are hardly any: rare paths go on being compiled for very long
 * @param mostNanos all bursts and rests together
 */
public record WarmUpLimits(
        long burstNanos, int quietBurstsOfFew, int quietBurstsOfAll, long quietMillis, long mostNanos) {

    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** What it still has to do then is done in the rests between bursts of all. */
    private static final int QUIET_BURSTS_OF_FEW = 2;

    /** All of them last a second: a path that is first taken later than that is rare. */
    private static final int QUIET_BURSTS_OF_ALL = 5;

    /** What was compiled with a wrong guess is compiled again, and takes many times as long. */
    private static final long QUIET_MILLIS = 5;

    /** @throws IllegalArgumentException if they cannot be */
    public WarmUpLimits {
        if (burstNanos < 1 || quietBurstsOfFew < 1 || quietBurstsOfAll < 1 || quietMillis < 0 || mostNanos < 0) {
            throw new IllegalArgumentException("a warm-up cannot have bursts of " + burstNanos + " ns, "
                    + quietBurstsOfFew + " and " + quietBurstsOfAll + " of them quiet with up to " + quietMillis
                    + " ms of compiling, and last " + mostNanos + " ns");
        }
    }

    /** Returns the usual ones, of a warm-up that may last {@code mostMillis}. */
    public static WarmUpLimits within(long mostMillis) {
        return new WarmUpLimits(
                BURST_NANOS,
                QUIET_BURSTS_OF_FEW,
                QUIET_BURSTS_OF_ALL,
                QUIET_MILLIS,
                TimeUnit.MILLISECONDS.toNanos(mostMillis));
    }
}
