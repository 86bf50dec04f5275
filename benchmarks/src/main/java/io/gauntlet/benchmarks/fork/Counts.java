package io.gauntlet.benchmarks.fork;

/**
 * Operations counted in one iteration, over all callers together.
 *
 * @param effectiveReads reads that did not come to nothing
 * @param effectiveWrites writes that did not come to nothing
 * @param windowNanos how long they were counted, in nanoseconds
 */
public record Counts(long reads, long writes, long effectiveReads, long effectiveWrites, long windowNanos) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Nothing yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException if that cannot be */
    public Counts {
        if (windowNanos < 0 || effectiveReads < 0 || effectiveWrites < 0) {
            throw new IllegalArgumentException(effectiveReads + " effective reads and " + effectiveWrites
                    + " effective writes in " + windowNanos + " ns cannot be");
        }
        if (reads < effectiveReads || writes < effectiveWrites) {
            throw new IllegalArgumentException(effectiveReads + " effective of " + reads + " reads, and "
                    + effectiveWrites + " of " + writes + " writes cannot be");
        }
    }

    /** Returns the sum with what another caller counted in the same window. */
    public Counts plus(Counts ofAnother) {
        return new Counts(
                reads + ofAnother.reads,
                writes + ofAnother.writes,
                effectiveReads + ofAnother.effectiveReads,
                effectiveWrites + ofAnother.effectiveWrites,
                Math.max(windowNanos, ofAnother.windowNanos));
    }

    /** Returns reads and writes a second; not a number where there was no window. */
    public double operationsPerSecond() {
        return readsPerSecond() + writesPerSecond();
    }

    /** Returns reads a second. */
    public double readsPerSecond() {
        return perSecond(reads);
    }

    /** Returns writes a second. */
    public double writesPerSecond() {
        return perSecond(writes);
    }

    /** Returns operations a second that did not come to nothing. */
    public double effectivePerSecond() {
        // Divided before they are added, like the others: rounding must not make more of them.
        return perSecond(effectiveReads) + perSecond(effectiveWrites);
    }

    private double perSecond(long count) {
        return count / (windowNanos / NANOS_PER_SECOND);
    }
}
