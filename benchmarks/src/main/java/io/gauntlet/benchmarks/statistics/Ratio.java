package io.gauntlet.benchmarks.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many times one mean is another, and how sure that is. Interval and p-value come from one t distribution: p is below
 * 0.05 exactly where the interval excludes 1. Both are absent where the observations do not say how another run would
 * differ, see {@link Bootstrap}; such a ratio is never a difference, however large.
 *
 * @param value what was observed
 * @param interval for this ratio alone, not widened for others beside it
 * @param pValue two-sided, of "the ratio is 1", for this ratio alone: see {@link Holm}
 */
public record Ratio(double value, Optional<Interval> interval, OptionalDouble pValue) {

    /**
     * Checks that the ratio has both an interval and a p-value, or neither.
     *
     * @throws IllegalArgumentException if it has one without the other
     */
    public Ratio {
        if (interval.isPresent() != pValue.isPresent()) {
            throw new IllegalArgumentException(
                    "interval " + interval + " and p-value " + pValue + " do not match: give both or neither");
        }
    }

    static Ratio of(LogMean numerator, LogMean denominator) {
        if (!(denominator.mean() > 0)) {
            throw new IllegalArgumentException(
                    "denominator with mean " + denominator.mean() + " is not valid: it must be above 0");
        }
        double value = numerator.mean() / denominator.mean();
        Optional<StudentT> log = StudentT.difference(numerator, denominator);
        return new Ratio(
                value,
                log.map(StudentT::antilogInterval),
                log.map(found -> OptionalDouble.of(found.pValueOfZero())).orElseGet(OptionalDouble::empty));
    }
}
