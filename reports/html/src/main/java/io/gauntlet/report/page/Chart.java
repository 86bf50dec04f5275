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
 * One small multiple: the throughput of every strategy at one share of reads, as a dot with its interval. Places are shares of
 * the picture's width, so that it fits any page and its text keeps its size.
 *
 * @param readPercent the share of reads
 * @param ticks marks of the axis
 * @param marks one for each strategy, top to bottom
 * @param guides what stands above the upright lines
 * @param baselineX where MUTEX lies, if it is shown
 * @param ceilingX where the reference lies, if it was measured
 */
public record Chart(
        int readPercent,
        List<Tick> ticks,
        List<Mark> marks,
        List<Tick> guides,
        Optional<String> baselineX,
        Optional<String> ceilingX) {

    private static final double NEAR_THE_EDGE = 0.08;
    private static final double ROOM_BEFORE_THE_LAST = 0.2;
    private static final double ROOM_FOR_A_LABEL = 0.25;

    /** A place on the axis with its label, and which side of the label lies there. */
    public record Tick(String x, String label, String anchor) {}

    /** One strategy's line in the picture. */
    public sealed interface Mark {

        String name();

        /**
         * A dot with its interval.
         *
         * @param name of the strategy
         * @param x of the dot
         * @param lowX where the interval begins
         * @param highX where it ends
         * @param kind {@code tie} where its interval leaves open which of it and MUTEX is faster, else {@code clear}
         * @param words the dot and its interval in words
         * @param label what stands beside it
         */
        record Dot(String name, String x, String lowX, String highX, String kind, String words, String label)
                implements Mark {}

        /** No dot, and why. */
        record None(String name, String reason) implements Mark {}
    }

    /** Draws all mixes to one scale. */
    static List<Chart> of(List<Mix> mixes) {
        LogScale scale = new LogScale(mixes.stream()
                .flatMap(mix -> Stream.concat(mix.shown().stream().map(Lane.Shown::result), mix.ceiling().stream()))
                .map(ThroughputResult::opsPerSecond)
                .flatMap(interval -> Stream.of(interval.low(), interval.estimate(), interval.high()))
                .toList());
        return mixes.stream().map(mix -> of(mix, scale)).toList();
    }

    /** Returns a ratio to MUTEX as it stands beside a dot; empty if there is none. */
    static String ratio(Lane.Shown shown) {
        if (isBaseline(shown)) {
            return "baseline";
        }
        return shown.ratio()
                .map(ratio -> (shown.isTieWithMutex() ? "tie, " : "") + Numbers.ratio(ratio.estimate()) + " × "
                        + Numbers.ends(ratio))
                .orElse("");
    }

    private static Chart of(Mix mix, LogScale scale) {
        Optional<Double> baseline = mix.shown().stream()
                .filter(Chart::isBaseline)
                .map(lane -> lane.result().opsPerSecond().estimate())
                .findFirst();
        Optional<Double> ceiling =
                mix.ceiling().map(result -> result.opsPerSecond().estimate());
        List<Tick> guides = new ArrayList<>();
        ceiling.ifPresent(value -> guides.add(tick(value, "ceiling", scale)));
        baseline.filter(value -> ceiling.isEmpty()
                        || Math.abs(scale.share(value) - scale.share(ceiling.get())) > ROOM_FOR_A_LABEL)
                .ifPresent(value -> guides.add(tick(value, "MUTEX", scale)));
        return new Chart(
                mix.readPercent(),
                ticks(scale),
                mix.lanes().stream().map(lane -> mark(lane, scale)).toList(),
                List.copyOf(guides),
                baseline.map(scale::x),
                ceiling.map(scale::x));
    }

    /** Labels the ticks; the last but one goes without, where the last one's label leaves no room for it. */
    private static List<Tick> ticks(LogScale scale) {
        List<Double> values = scale.ticks();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            boolean crowded = i == values.size() - 2
                    && i > 0
                    && scale.share(values.get(i + 1)) - scale.share(values.get(i)) < ROOM_BEFORE_THE_LAST;
            ticks.add(tick(values.get(i), crowded ? "" : Numbers.round(values.get(i)), scale));
        }
        return List.copyOf(ticks);
    }

    private static Tick tick(double value, String label, LogScale scale) {
        double share = scale.share(value);
        String anchor = share < NEAR_THE_EDGE ? "start" : share > 1 - NEAR_THE_EDGE ? "end" : "middle";
        return new Tick(scale.x(value), label, anchor);
    }

    private static Mark mark(Lane lane, LogScale scale) {
        String name = lane.strategy().name();
        if (lane instanceof Lane.Withheld withheld) {
            return new Mark.None(name, withheld.reason());
        }
        Lane.Shown shown = (Lane.Shown) lane;
        Interval rate = shown.result().opsPerSecond();
        return new Mark.Dot(
                name,
                scale.x(rate.estimate()),
                scale.x(rate.low()),
                scale.x(rate.high()),
                shown.isTieWithMutex() && !isBaseline(shown) ? "tie" : "clear",
                Numbers.rate(rate) + " operations a second",
                ratio(shown));
    }

    private static boolean isBaseline(Lane.Shown shown) {
        return shown.strategy() == CoordinatorStrategy.MUTEX;
    }
}
