package io.gauntlet.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A place on an axis with its label.
 *
 * @param x share of the width, as an attribute of SVG
 * @param label empty where there is no room for one
 * @param anchor which side of the label lies there
 */
public record Tick(String x, String label, String anchor) {

    private static final double NEAR_THE_EDGE = 0.08;
    private static final double ROOM_FOR_A_LABEL = 0.24;

    static Tick at(double value, String label, LogScale scale) {
        double share = scale.share(value);
        String anchor = share < NEAR_THE_EDGE ? "start" : share > 1 - NEAR_THE_EDGE ? "end" : "middle";
        return new Tick(scale.x(value), label, anchor);
    }

    /** Returns all ticks of a scale: both ends have a label, and those between for which there is room. */
    static List<Tick> of(LogScale scale, DoubleFunction<String> words) {
        List<Double> values = scale.ticks();
        List<Tick> ticks = new ArrayList<>();
        double labelled = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.size(); i++) {
            double share = scale.share(values.get(i));
            boolean last = i == values.size() - 1;
            boolean room = share - labelled >= ROOM_FOR_A_LABEL && 1 - share >= ROOM_FOR_A_LABEL;
            ticks.add(at(values.get(i), last || room ? words.apply(values.get(i)) : "", scale));
            labelled = last || room ? share : labelled;
        }
        return List.copyOf(ticks);
    }
}
