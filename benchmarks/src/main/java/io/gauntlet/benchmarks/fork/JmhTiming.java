package io.gauntlet.benchmarks.fork;

/**
 * How long JMH warms up and measures in one JVM.
 *
 * @param warmUpIterations for throughput 1 or more: the last is played by all callers, those before it (or the only one) by
 *     a few, while the others sit out
 * @param warmUpMillis each of them
 * @param iterations measured; for throughput one more follows, of the same length, in which calls are timed
 * @param iterationMillis each of them
 */
public record JmhTiming(int warmUpIterations, int warmUpMillis, int iterations, int iterationMillis) {}
