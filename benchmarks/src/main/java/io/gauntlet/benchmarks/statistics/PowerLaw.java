package io.gauntlet.benchmarks.statistics;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * A cost that grows as {@code factor * size^exponent}, fitted by least squares on logarithms. The interval says how well
 * the points lie on one such line; with few sizes it is wide.
 *
 * @param exponent 0 for a cost that does not grow, 1 for one in proportion to size
 * @param exponentInterval Student's, with two degrees of freedom less than there are points
 */
public record PowerLaw(double exponent, Interval exponentInterval, double factor) {

    private static final int FEWEST_SIZES = 3;

    /**
     * Fits the points.
     *
     * @throws IllegalArgumentException if there are fewer than three sizes, or a size or cost that is not above 0
     */
    public static PowerLaw fit(List<Point> points) {
        if (points.stream().mapToDouble(Point::size).distinct().count() < FEWEST_SIZES) {
            throw new IllegalArgumentException(
                    "points " + points + " have too few sizes: give " + FEWEST_SIZES + " at least");
        }
        SimpleRegression regression = new SimpleRegression();
        points.forEach(point -> regression.addData(Math.log(point.size()), Math.log(point.cost())));
        double exponent = regression.getSlope();
        double reach = regression.getSlopeConfidenceInterval(StudentT.SIGNIFICANCE);
        return new PowerLaw(
                exponent, new Interval(exponent - reach, exponent + reach), Math.exp(regression.getIntercept()));
    }

    /** What one size cost. */
    public record Point(double size, double cost) {

        /**
         * Checks that both have a logarithm.
         *
         * @throws IllegalArgumentException if either is not finite and above 0
         */
        public Point {
            if (!(size > 0 && cost > 0 && Double.isFinite(size) && Double.isFinite(cost))) {
                throw new IllegalArgumentException(
                        "size " + size + " with cost " + cost + " is not valid: both must be finite and above 0");
            }
        }
    }
}
