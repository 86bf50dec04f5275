package io.gauntlet.benchmarks.fork;

import java.util.List;

/**
 * What one JVM measured of one operation.
 *
 * @param nanos mean nanoseconds for one operation, of each measured iteration
 * @param allocatedBytes mean bytes allocated for one operation, over all of them
 */
public record CostFork(CostCell cell, List<Double> nanos, double allocatedBytes) implements ForkResult {

    public CostFork {
        nanos = List.copyOf(nanos);
    }
}
