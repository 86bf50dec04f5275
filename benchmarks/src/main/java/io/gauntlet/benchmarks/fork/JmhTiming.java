package io.gauntlet.benchmarks.fork;

/**
 * How long JMH warms up and measures in one JVM.
 *
 * @param warmUpIterations for throughput they come after the bursts in which callers warm up until the compiler is idle, and
 *     are for what JMH itself does
 * @param warmUpMillis each of them
 * @param iterations measured; for throughput one more follows, of the same length, in which calls are timed
 * @param iterationMillis each of them
 */
public record JmhTiming(int warmUpIterations, int warmUpMillis, int iterations, int iterationMillis) {}
