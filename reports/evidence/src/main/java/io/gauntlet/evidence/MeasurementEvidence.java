package io.gauntlet.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the stopwatch measured.
 *
 * @param budget the name of the budget
 * @param callers threads that called one shared coordinator
 * @param sessions sessions open throughout
 * @param seed of the tapes and of the order of the forks
 * @param complete whether every planned fork was measured
 * @param seconds how long the whole run took
 * @param results one entry for each subject and mix
 * @param provenance where it ran
 */
public record MeasurementEvidence(
        String budget,
        int callers,
        int sessions,
        long seed,
        boolean complete,
        double seconds,
        List<ThroughputResult> results,
        Provenance provenance) {

    /** The subject name under which the reference, unguarded and read-only, is measured. */
    public static final String CEILING = "REFERENCE";

    /**
     * Throughput of one subject under one mix. All rates are operations a second over all callers together.
     *
     * @param subject a strategy's name, or {@link #CEILING}
     * @param readPercent share of reads among the operations, 0 to 100
     * @param forks JVMs measured
     * @param iterations measured iterations in each
     * @param opsPerSecond attempted operations: the mean over forks, with a 95 % bootstrap interval
     * @param readsPerSecond reads among them
     * @param writesPerSecond writes among them
     * @param effectivePerSecond operations that were not refused
     * @param ratioToMutex throughput divided by that of MUTEX in the same run; absent for a run without MUTEX
     */
    public record ThroughputResult(
            String subject,
            int readPercent,
            int forks,
            int iterations,
            Interval opsPerSecond,
            double readsPerSecond,
            double writesPerSecond,
            double effectivePerSecond,
            @Nullable Interval ratioToMutex) {}

    /** A point estimate with its 95 % interval. */
    public record Interval(double estimate, double low, double high) {}
}
