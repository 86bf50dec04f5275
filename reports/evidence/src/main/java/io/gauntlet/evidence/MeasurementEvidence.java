package io.gauntlet.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** The budget that shows only that the stopwatch works: its numbers are no measurement. */
    public static final String SMOKE_BUDGET = "smoke";

    public MeasurementEvidence {
        results = List.copyOf(results);
        Set<List<Object>> seen = new HashSet<>();
        for (ThroughputResult result : results) {
            if (!seen.add(List.of(result.subject(), result.readPercent()))) {
                throw new IllegalArgumentException(
                        result.subject() + " at " + result.readPercent() + " % reads is measured twice in one run");
            }
        }
    }

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

    /** A point estimate with its 95 % interval, which contains it. */
    public record Interval(double estimate, double low, double high) {

        public Interval {
            if (!(low <= estimate && estimate <= high)) {
                throw new IllegalArgumentException(
                        "estimate " + estimate + " lies outside its interval [" + low + ", " + high + "]");
            }
        }

        /** Returns whether the interval holds {@code value}, ends included. */
        public boolean contains(double value) {
            return low <= value && value <= high;
        }
    }
}
