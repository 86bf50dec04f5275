package io.gauntlet.benchmarks.fork;

/**
 * Measures one cell in a JVM of its own.
 *
 * @param <C> the kind of cell
 * @param <F> what is measured of it
 */
@FunctionalInterface
public interface Stopwatch<C extends Cell, F extends ForkResult> {

    /**
     * Measures the cell.
     *
     * @throws MeasurementException if the JVM failed, did not end in time, or found its invariants broken
     */
    F measure(C cell);
}
