package io.gauntlet.benchmarks.fork;

/** What one JVM measured. */
public sealed interface ForkResult permits ThroughputFork, CostFork, LatencyFork {

    Cell cell();
}
