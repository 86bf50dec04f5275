package io.gauntlet.benchmarks.fork;

/**
 * Runs a cell again, in another JVM, if the one before did not come to its steady state. What was measured last counts, settled
 * or not, and keeps what the others measured.
 */
public final class SettledStopwatch implements Stopwatch<ThroughputCell, ThroughputFork> {

    private final Stopwatch<ThroughputCell, ThroughputFork> stopwatch;
    private final int mostJvms;

    /**
     * Makes a stopwatch.
     *
     * @param mostJvms run for one cell
     * @throws IllegalArgumentException if that is less than 1
     */
    public SettledStopwatch(Stopwatch<ThroughputCell, ThroughputFork> stopwatch, int mostJvms) {
        if (mostJvms < 1) {
            throw new IllegalArgumentException("mostJvms '" + mostJvms + "' is not valid: allowed are 1 and more");
        }
        this.stopwatch = stopwatch;
        this.mostJvms = mostJvms;
    }

    @Override
    public ThroughputFork measure(ThroughputCell cell) {
        ThroughputFork fork = stopwatch.measure(cell);
        for (int jvms = 1; jvms < mostJvms && !fork.settlement().settled(); jvms++) {
            fork = stopwatch.measure(cell).inPlaceOf(fork);
        }
        return fork;
    }
}
