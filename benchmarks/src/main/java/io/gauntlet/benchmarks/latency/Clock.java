package io.gauntlet.benchmarks.latency;

/**
 * Time as a caller sees it, in nanoseconds from an arbitrary origin; a test brings its own. A class, not an interface: a
 * measured JVM loads one subclass, so that its compiler calls the only body there is, as if it stood in the loop.
 */
abstract class Clock {

    abstract long nanoTime();

    /**
     * Waits until {@code due}.
     *
     * @return the time now, which is not before {@code due}
     */
    abstract long waitUntil(long due);
}
