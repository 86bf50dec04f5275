package io.gauntlet.benchmarks.fork;

import java.util.List;

/**
 * What one JVM measured of latency.
 *
 * @param capacityPerSecond operations a second with callers that never wait, measured first
 * @param history the verdict on what callers wrote down between the loads
 * @param loads one entry for each load, in the order in which they were offered
 */
public record LatencyFork(LatencyCell cell, double capacityPerSecond, JudgedHistory history, List<Load> loads)
        implements ForkResult {

    public LatencyFork {
        loads = List.copyOf(loads);
    }

    /**
     * One load.
     *
     * @param percent of the capacity
     * @param offeredPerSecond operations a second that were due
     * @param achievedPerSecond operations a second that were done
     * @param whyNot what showed that it was not kept; empty if it was
     * @param histograms the name of the {@code .hlog} file beside this result; empty if the load was not kept
     */
    public record Load(
            int percent, double offeredPerSecond, double achievedPerSecond, String whyNot, String histograms) {}
}
