package io.gauntlet.benchmarks.latency;

import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.IntCountsHistogram;

/**
 * The times of one caller's calls. Nobody else writes to them: histograms that callers share would make them meet where the
 * coordinator does not.
 */
final class CallTimes {

    /** Longer than any window; a call that takes longer still counts as this. */
    static final long LONGEST_NANOS = 120_000_000_000L;

    static final int SIGNIFICANT_DIGITS = 3;

    private final AbstractHistogram readsSinceDue = histogram();
    private final AbstractHistogram readsInService = histogram();
    private final AbstractHistogram writesSinceDue = histogram();
    private final AbstractHistogram writesInService = histogram();

    /** Counts of 32 bits: hundreds of callers must leave most of the heap to the coordinator. */
    private static AbstractHistogram histogram() {
        return new IntCountsHistogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
    }

    void record(boolean read, long nanosSinceDue, long nanosInService) {
        (read ? readsSinceDue : writesSinceDue).recordValue(Math.min(nanosSinceDue, LONGEST_NANOS));
        (read ? readsInService : writesInService).recordValue(Math.min(nanosInService, LONGEST_NANOS));
    }

    void forget() {
        readsSinceDue.reset();
        readsInService.reset();
        writesSinceDue.reset();
        writesInService.reset();
    }

    void addTo(Distributions all) {
        all.reads().sinceDue().add(readsSinceDue);
        all.reads().inService().add(readsInService);
        all.writes().sinceDue().add(writesSinceDue);
        all.writes().inService().add(writesInService);
    }
}
