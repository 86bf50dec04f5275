package io.gauntlet.evidence;

import java.util.List;

/**
 * Waiting at a load that callers do not choose (open loop): each call is due at an instant of a seeded Poisson schedule, and
 * what it waits counts from when it was due, not from when its caller got round to it.
 *
 * @param subject a strategy's name
 * @param callers how many share one coordinator
 * @param threads what they run on
 * @param readPercent share of reads among the operations
 * @param sessions sessions open throughout
 * @param loadPercent load offered, in percent of the capacity that the same JVM had just before
 * @param forks JVMs measured
 * @param capacityPerSecond that capacity: operations a second with callers that never wait; the mean over forks
 * @param offeredPerSecond operations a second that were due
 * @param achievedPerSecond operations a second that were done
 * @param sustained whether every fork kept the load
 * @param whyNot what showed that it was not kept; empty if it was
 * @param distributions of all forks together; empty if the load was not kept
 * @param judged what was made of the answers that callers wrote down after the loads; calls inside the windows are told beside
 *     the capacity
 */
public record LatencyResult(
        String subject,
        int callers,
        CallerThreads threads,
        int readPercent,
        int sessions,
        int loadPercent,
        int forks,
        double capacityPerSecond,
        double offeredPerSecond,
        double achievedPerSecond,
        boolean sustained,
        String whyNot,
        List<Distribution> distributions,
        JudgedCalls judged) {

    /** The percent of the largest value of all. */
    public static final double MAXIMUM = 100;

    public LatencyResult {
        distributions = List.copyOf(distributions);
        if (judged.forks() != forks) {
            throw new IllegalArgumentException(
                    subject + " was measured in " + forks + " JVMs and judged of " + judged.forks());
        }
        if (sustained == distributions.isEmpty()) {
            throw new IllegalArgumentException(subject + " with " + callers + " callers at " + loadPercent
                    + " % of its capacity " + (sustained ? "kept" : "did not keep") + " the load and has "
                    + distributions.size() + " distributions: a load that was not kept has none, and only that");
        }
        if (sustained != whyNot.isEmpty()) {
            throw new IllegalArgumentException(subject + " at " + loadPercent + " % of its capacity: whyNot is \""
                    + whyNot + "\", sustained " + sustained);
        }
    }

    List<Object> key() {
        return List.of(subject, callers, threads, readPercent, sessions, loadPercent);
    }

    /**
     * Times of one kind.
     *
     * @param source what was called
     * @param kind which operations
     * @param view from when on they are counted
     * @param count how many
     * @param percentiles by rising percent, the last one the maximum at 100
     */
    public record Distribution(Source source, Kind kind, View view, long count, List<Percentile> percentiles) {

        public Distribution {
            percentiles = List.copyOf(percentiles);
            double last = -1;
            for (Percentile percentile : percentiles) {
                if (percentile.percent() <= last) {
                    throw new IllegalArgumentException(misplaced(percentiles));
                }
                last = percentile.percent();
            }
            if (last != MAXIMUM) {
                throw new IllegalArgumentException(misplaced(percentiles));
            }
        }

        private static String misplaced(List<Percentile> percentiles) {
            return "percentiles must rise to 100, but stand at "
                    + percentiles.stream().map(Percentile::percent).toList();
        }
    }

    /** What was called. */
    public enum Source {
        /** The coordinator on trial. */
        SUBJECT,
        /** Nothing, by the same callers on the same schedule: what the machine and the harness cost by themselves. */
        NO_OP
    }

    /** Which operations. */
    public enum Kind {
        READ,
        WRITE
    }

    /** From when on time is counted. */
    public enum View {
        /** From the instant at which the call was due: what a user feels. */
        SINCE_DUE,
        /** From the instant at which it was made: what a closed loop would have reported (coordinated omission). */
        IN_SERVICE
    }

    /**
     * One point of a distribution.
     *
     * @param percent 0 to 100
     * @param micros that share of all calls took no longer, in microseconds
     */
    public record Percentile(double percent, double micros) {}
}
