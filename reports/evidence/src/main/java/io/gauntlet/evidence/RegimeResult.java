package io.gauntlet.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was measured under one regime.
 *
 * @param regime the conditions
 * @param noiseFloor throughput of the yardstick under a second name divided by its own (an A/A pair): what differs by no more
 *     than this is not different; absent where forks were too few
 * @param results one entry for each subject
 */
public record RegimeResult(Regime regime, @Nullable Interval noiseFloor, List<ThroughputResult> results) {

    public RegimeResult {
        results = List.copyOf(results);
        Set<String> seen = new HashSet<>();
        for (ThroughputResult result : results) {
            if (!seen.add(result.subject())) {
                throw new IllegalArgumentException(result.subject() + " is measured twice under " + regime);
            }
        }
        boolean yardstickIsDoubtful = results.stream()
                .anyMatch(result -> result.subject().equals(MeasurementEvidence.YARDSTICK)
                        && result.judged().whyNoVerdict().isPresent());
        for (ThroughputResult one : results) {
            if (yardstickIsDoubtful && one.againstYardstick() != null) {
                throw new IllegalArgumentException(one.subject() + " is compared with " + MeasurementEvidence.YARDSTICK
                        + ", which has no verdict, under " + regime);
            }
            for (ThroughputResult other : results) {
                if (one.fasterThan().contains(other.subject())
                        && other.judged().whyNoVerdict().isPresent()) {
                    throw new IllegalArgumentException(one.subject() + " is faster than " + other.subject()
                            + ", which has " + other.judged().whyNoVerdict().get());
                }
                if (one.fasterThan().contains(other.subject())
                        && other.fasterThan().contains(one.subject())) {
                    throw new IllegalArgumentException(one.subject() + " and " + other.subject()
                            + " are each faster than the other under " + regime);
                }
            }
        }
    }

    /**
     * Throughput of one subject. All rates are operations a second over all callers together.
     *
     * @param subject a strategy's name, or {@link MeasurementEvidence#CEILING}
     * @param forks JVMs measured
     * @param iterations measured iterations in each
     * @param opsPerSecond attempted operations: the mean over forks
     * @param opsInterval the same with its 95 % interval; absent where forks were too few for one
     * @param readsPerSecond reads among them
     * @param writesPerSecond writes among them
     * @param effectivePerSecond operations that were not refused
     * @param settled whether JVMs were in their steady state
     * @param againstYardstick how it compares with {@link MeasurementEvidence#YARDSTICK} in the same run; absent for the
     *     yardstick itself, without it, and where forks were too few
     * @param fasterThan the subjects than which it is significantly faster
     * @param fairness one entry for each role that callers had
     * @param judged what was made of the answers that callers wrote down; without a verdict on every JVM nothing is compared
     */
    public record ThroughputResult(
            String subject,
            int forks,
            int iterations,
            double opsPerSecond,
            @Nullable Interval opsInterval,
            double readsPerSecond,
            double writesPerSecond,
            double effectivePerSecond,
            Settled settled,
            @Nullable Comparison againstYardstick,
            List<String> fasterThan,
            List<Fairness> fairness,
            JudgedCalls judged) {

        public ThroughputResult {
            fasterThan = List.copyOf(fasterThan);
            fairness = List.copyOf(fairness);
            if (settled.unsettledForks() > forks || settled.compilerFirstForks() > forks) {
                throw new IllegalArgumentException(subject + " was measured in " + forks + " JVMs, of which "
                        + settled.unsettledForks() + " were not settled and " + settled.compilerFirstForks()
                        + " had a compiler that went first");
            }
            if (judged.forks() != forks) {
                throw new IllegalArgumentException(
                        subject + " was measured in " + forks + " JVMs and judged of " + judged.forks());
            }
            if (judged.whyNoVerdict().isPresent() && (againstYardstick != null || !fasterThan.isEmpty())) {
                throw new IllegalArgumentException(subject + " is compared, and has "
                        + judged.whyNoVerdict().get());
            }
        }

        /** Returns the share of JVMs, 0 to 1, that were measured and not settled. */
        public double unsettledShare() {
            return settled.unsettledForks() / (double) forks;
        }
    }

    /**
     * Whether JVMs were in their steady state: the compiler idle before anything was counted, and the iterations without a trend.
     *
     * @param unsettledForks among the JVMs measured those that were not; they count like the others
     * @param repeatedForks JVMs that were not, and in whose place another was measured; they count for nothing else
     * @param compilerFirstForks among the JVMs measured those whose compiler's threads went before those of callers
     * @param why JVMs of either kind were not, each reason once
     */
    public record Settled(int unsettledForks, int repeatedForks, int compilerFirstForks, List<String> why) {

        /** All were, though no compiler went first. */
        public static final Settled ALL = new Settled(0, 0, 0, List.of());

        /** @throws IllegalArgumentException if there is a reason for none, or none for one */
        public Settled {
            why = List.copyOf(why);
            if ((unsettledForks + repeatedForks == 0) != why.isEmpty()) {
                throw new IllegalArgumentException(unsettledForks + " JVMs were not settled and " + repeatedForks
                        + " repeated, and why is " + why);
            }
        }
    }

    /**
     * One subject compared with the yardstick.
     *
     * @param ratio throughput divided by the yardstick's in the same run, with its 95 % interval
     * @param adjustedP two-sided p-value for a ratio of 1, adjusted for all comparisons of the regime (Holm 1979)
     * @param speed the verdict
     */
    public record Comparison(Interval ratio, double adjustedP, Speed speed) {}

    /** What a comparison came to. */
    public enum Speed {
        FASTER,
        SLOWER,
        /** Neither is shown to be faster. */
        TIE
    }

    /**
     * How evenly callers of one role were served.
     *
     * @param role what these callers did
     * @param callers how many there were
     * @param slowestToMean operations of the slowest caller divided by the mean, 0 to 1: the mean over forks
     * @param jainIndex 1 where all callers got the same, 1 / callers where one got everything: the mean over forks
     * @param longestReadMillis the longest that one read took, over all forks, in milliseconds; absent where nobody read
     * @param longestWriteMillis the same of writes
     */
    public record Fairness(
            Role role,
            int callers,
            double slowestToMean,
            double jainIndex,
            @Nullable Double longestReadMillis,
            @Nullable Double longestWriteMillis) {}

    /** What callers did. */
    public enum Role {
        /** Everybody did the same. */
        ALIKE,
        /** Those beside dedicated writers. */
        READER,
        /** Dedicated writers. */
        WRITER
    }
}
