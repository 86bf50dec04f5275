package io.gauntlet.benchmarks.statistics;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * An estimate whose error, divided by its standard error, follows Student's t distribution.
 *
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch: The generalization of "Student's" problem when several
 *     different population variances are involved</a>
 */
record StudentT(double estimate, double standardError, double degreesOfFreedom) {

    static final double SIGNIFICANCE = 0.05;

    /** What rounding alone may leave of a logarithm where nothing varied. */
    private static final double ROUNDING = 1e-12;

    static Optional<StudentT> of(LogMean sample) {
        return sample.varianceOfLog().isEmpty()
                ? Optional.empty()
                : varied(Math.log(sample.mean()), sample.varianceOfLog().getAsDouble(), sample.degreesOfFreedom());
    }

    static Optional<StudentT> difference(LogMean left, LogMean right) {
        if (left.varianceOfLog().isEmpty() || right.varianceOfLog().isEmpty()) {
            return Optional.empty();
        }
        double leftVariance = left.varianceOfLog().getAsDouble();
        double rightVariance = right.varianceOfLog().getAsDouble();
        return varied(
                Math.log(left.mean()) - Math.log(right.mean()),
                leftVariance + rightVariance,
                welch(leftVariance, left.degreesOfFreedom(), rightVariance, right.degreesOfFreedom()));
    }

    /** Returns the degrees of freedom of a sum of two variances, after Welch and Satterthwaite. */
    static double welch(double leftVariance, int leftDegrees, double rightVariance, int rightDegrees) {
        // Shares, not variances: the square of a small variance could be rounded to nothing.
        double leftShare = leftVariance / (leftVariance + rightVariance);
        double rightShare = 1 - leftShare;
        return 1 / (leftShare * leftShare / leftDegrees + rightShare * rightShare / rightDegrees);
    }

    /** Returns the 95 % interval of what the estimate is the logarithm of. */
    Interval antilogInterval() {
        double reach = distribution().inverseCumulativeProbability(1 - SIGNIFICANCE / 2) * standardError;
        return new Interval(Math.exp(estimate - reach), Math.exp(estimate + reach));
    }

    /** Returns the two-sided p-value of "the truth is 0". */
    double pValueOfZero() {
        return Math.min(1, 2 * distribution().cumulativeProbability(-Math.abs(estimate) / standardError));
    }

    private static Optional<StudentT> varied(double estimate, double variance, double degreesOfFreedom) {
        double standardError = Math.sqrt(variance);
        return standardError > ROUNDING
                ? Optional.of(new StudentT(estimate, standardError, degreesOfFreedom))
                : Optional.empty();
    }

    private TDistribution distribution() {
        return new TDistribution(/* rng= */ null, degreesOfFreedom);
    }
}
