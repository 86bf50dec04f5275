package io.gauntlet.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A logarithmic axis from 0 % to 100 % of a width: equal distances are equal ratios. Both ends are 1, 2 or 5 times a power of ten. */
final class LogScale {

    private static final int[] STEPS = {1, 2, 5};
    private static final int MOST_TICKS = 7;

    private final double low;
    private final double high;

    /** Spans all positive {@code values}; any span will do if there is none. */
    LogScale(Collection<Double> values) {
        double least =
                values.stream().filter(value -> value > 0).min(Double::compare).orElse(1.0);
        double most =
                values.stream().filter(value -> value > 0).max(Double::compare).orElse(10.0);
        List<Double> steps = steps(least, most);
        this.low = steps.get(0);
        this.high = steps.get(steps.size() - 1);
    }

    /** Returns where {@code value} lies, as an attribute of SVG; what lies outside the axis is at its end. */
    String x(double value) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share(value));
    }

    double share(double value) {
        double share = Math.log(Math.max(value, low) / low) / Math.log(high / low);
        return Math.max(0, Math.min(1, share));
    }

    List<Double> ticks() {
        List<Double> all = steps(low, high);
        if (all.size() <= MOST_TICKS) {
            return all;
        }
        return all.stream()
                .filter(step -> Math.abs(Math.log10(step) - Math.rint(Math.log10(step))) < 1e-9)
                .toList();
    }

    /** Returns the last step at or below {@code least}, the first above {@code most}, and all between. */
    private static List<Double> steps(double least, double most) {
        List<Double> steps = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(least)); ; exponent++) {
            for (int step : STEPS) {
                double value = step * Math.pow(10, exponent);
                if (value <= least) {
                    steps.clear();
                }
                steps.add(value);
                if (value >= most && steps.size() > 1) {
                    return steps;
                }
            }
        }
    }
}
