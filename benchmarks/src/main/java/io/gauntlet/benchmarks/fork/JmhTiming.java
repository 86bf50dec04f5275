package io.gauntlet.benchmarks.fork;

/** How long JMH warms up and measures in one JVM. */
public record JmhTiming(int warmUpIterations, int warmUpMillis, int iterations, int iterationMillis) {}
