package io.gauntlet.benchmarks.fork;

import java.util.List;

/**
 * How long latency is measured in one JVM.
 *
 * @param warmUpMillis playing before anything counts
 * @param capacityMillis measuring the capacity
 * @param loadMillis each load, and again as long for the no-op baseline beside it
 * @param loadPercents the loads, in percent of the capacity
 */
public record LatencyTiming(int warmUpMillis, int capacityMillis, int loadMillis, List<Integer> loadPercents) {

    public LatencyTiming {
        loadPercents = List.copyOf(loadPercents);
    }
}
