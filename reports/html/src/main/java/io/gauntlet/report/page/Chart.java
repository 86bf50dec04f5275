package io.gauntlet.report.page;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.MeasurementEvidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence.ThroughputResult;
import io.gauntlet.report.trial.Lane;
import io.gauntlet.report.trial.Mix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One small multiple: the throughput of every strategy at one share of reads, as a dot with its interval. Widths are shares of
 * the picture and heights are pixels, so that it fits any page and its text keeps its size.
 *
 * @param readPercent the share of reads
 * @param height of the whole picture, in pixels
 * @param axisY where the axis lies
 * @param ticks marks of the axis
 * @param marks one for each strategy, top to bottom
 * @param ceiling the reference, if it was measured
 * @param baselineX where MUTEX lies, if it is shown
 * @param summary the picture in words
 */
public record Chart(
        int readPercent,
        int height,
        int axisY,
        List<Tick> ticks,
        List<Mark> marks,
        Optional<Tick> ceiling,
        Optional<String> baselineX,
        String summary) {

    private static final int TOP = 22;
    private static final int LANE = 38;
    private static final int BOTTOM = 24;

    /** A place on the axis with its label, and which side of the place the label stands on. */
    public record Tick(String x, String label, String anchor) {}

    /**
     * One strategy. What is withheld has no dot, and its {@code label} says why.
     *
     * @param name of the strategy
     * @param textY base line of the text
     * @param lineY height of dot and interval
     * @param x of the dot; empty if withheld
     * @param lowX where the interval begins
     * @param highX where it ends
     * @param label what stands beside the name
     * @param tie whether its interval leaves open which of it and MUTEX is faster
     * @param words the mark in words
     */
    public record Mark(
            String name,
            int textY,
            int lineY,
            Optional<String> x,
            String lowX,
            String highX,
            String label,
            boolean tie,
            String words) {}

    /** Draws all mixes to one scale. */
    static List<Chart> of(List<Mix> mixes) {
        LogScale scale = new LogScale(mixes.stream()
                .flatMap(mix -> Stream.concat(mix.shown().stream().map(Lane.Shown::result), mix.ceiling().stream()))
                .map(ThroughputResult::opsPerSecond)
                .flatMap(interval -> Stream.of(interval.low(), interval.estimate(), interval.high()))
                .toList());
        return mixes.stream().map(mix -> of(mix, scale)).toList();
    }

    private static Chart of(Mix mix, LogScale scale) {
        List<Mark> marks = new ArrayList<>();
        for (Lane lane : mix.lanes()) {
            marks.add(mark(lane, TOP + marks.size() * LANE, scale));
        }
        int axisY = TOP + marks.size() * LANE + 4;
        return new Chart(
                mix.readPercent(),
                axisY + BOTTOM,
                axisY,
                scale.ticks().stream()
                        .map(value -> tick(value, Numbers.rate(value), scale))
                        .toList(),
                marks,
                mix.ceiling().map(ceiling -> tick(ceiling.opsPerSecond().estimate(), "ceiling", scale)),
                mix.shown().stream()
                        .filter(lane -> lane.strategy() == CoordinatorStrategy.MUTEX)
                        .map(lane -> scale.x(lane.result().opsPerSecond().estimate()))
                        .findFirst(),
                "Throughput at " + mix.readPercent() + " % reads. "
                        + String.join(" ", marks.stream().map(Mark::words).toList()));
    }

    private static Tick tick(double value, String label, LogScale scale) {
        double share = scale.share(value);
        return new Tick(scale.x(value), label, share < 0.08 ? "start" : share > 0.92 ? "end" : "middle");
    }

    private static Mark mark(Lane lane, int top, LogScale scale) {
        String name = lane.strategy().name();
        if (lane instanceof Lane.Withheld withheld) {
            return new Mark(
                    name,
                    top + 13,
                    top + 25,
                    Optional.empty(),
                    "0%",
                    "0%",
                    withheld.reason(),
                    false,
                    name + ": no number, " + withheld.reason() + ".");
        }
        Lane.Shown shown = (Lane.Shown) lane;
        Interval rate = shown.result().opsPerSecond();
        return new Mark(
                name,
                top + 13,
                top + 25,
                Optional.of(scale.x(rate.estimate())),
                scale.x(rate.low()),
                scale.x(rate.high()),
                label(shown),
                shown.isTieWithMutex(),
                name + ": " + Numbers.rate(rate) + " operations a second"
                        + (label(shown).isEmpty() ? "" : ", ") + label(shown) + ".");
    }

    private static String label(Lane.Shown shown) {
        if (shown.strategy() == CoordinatorStrategy.MUTEX) {
            return "baseline";
        }
        return shown.ratio()
                .map(ratio -> (shown.isTieWithMutex() ? "tie  " : "") + Numbers.ratio(ratio.estimate()) + " × "
                        + Numbers.ends(ratio))
                .orElse("");
    }
}
