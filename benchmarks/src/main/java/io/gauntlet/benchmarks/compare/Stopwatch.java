package io.gauntlet.benchmarks.compare;

/** Measures one cell in a JVM of its own. */
interface Stopwatch {

    /**
     * Measures the cell.
     *
     * @throws MeasurementException if the JVM failed, did not end in time, or found its invariants broken
     */
    ForkResult measure(Cell cell);
}
