package io.gauntlet.report.page;

import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import io.gauntlet.report.trial.Contest;
import io.gauntlet.report.trial.Lane;
import io.gauntlet.report.trial.RegimeGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One contest as a picture: the throughput of every strategy as a dot with its interval. Places are shares of the picture's
 * width, so that it fits any page and its text keeps its size.
 *
 * @param title the conditions
 * @param grid what lies behind the marks
 * @param ticks marks of the axis
 * @param marks one for each strategy, top to bottom
 * @param guides what stands above the upright lines
 */
public record Chart(String title, Grid grid, List<Tick> ticks, List<Mark> marks, List<Tick> guides) {

    private static final int LINE_HEIGHT = 26;
    private static final double ROOM_FOR_A_GUIDE = 0.25;

    /** A stretch of the width. */
    public record Span(String from, String to, String width) {

        static Span of(double low, double high, LogScale scale) {
            return new Span(
                    scale.x(low),
                    scale.x(high),
                    String.format(Locale.ROOT, "%.2f%%", 100 * (scale.share(high) - scale.share(low))));
        }
    }

    /**
     * What lies behind the marks, the same on every line.
     *
     * @param id under which it is drawn once
     * @param height of a line in pixels
     * @param ticks upright lines
     * @param noise what MUTEX under two names strays by
     * @param baselineX where MUTEX lies, if it is shown
     * @param ceilingX where the reference lies, if it was measured
     */
    public record Grid(
            String id,
            int height,
            List<Tick> ticks,
            Optional<Span> noise,
            Optional<String> baselineX,
            Optional<String> ceilingX) {}

    /** One strategy's line in the picture. */
    public sealed interface Mark {

        String name();

        /**
         * A dot with its interval.
         *
         * @param name of the strategy
         * @param x of the dot
         * @param interval from end to end, if there is one
         * @param kind {@code tie} where neither it nor MUTEX is shown to be faster, else {@code clear}
         * @param words the dot and its interval in words
         * @param label what stands beside it
         */
        record Dot(String name, String x, Optional<Span> interval, String kind, String words, String label)
                implements Mark {}

        /** No dot, and why. */
        record None(String name, String reason) implements Mark {}
    }

    /** Draws all contests of a group to one scale; ids begin with {@code id}. */
    static List<Chart> of(RegimeGroup group, String id) {
        LogScale scale = new LogScale(group.contests().stream()
                .flatMap(contest -> Stream.concat(
                        contest.shown().stream().map(Lane.Shown::result),
                        contest.ceiling().map(Contest.Ceiling::result).stream()))
                .flatMap(Chart::values)
                .toList());
        List<Chart> charts = new ArrayList<>();
        for (Contest contest : group.contests()) {
            charts.add(of(id + "-" + (charts.size() + 1), title(group, contest), contest, scale));
        }
        return List.copyOf(charts);
    }

    /** Returns a comparison with MUTEX as it stands beside a dot; empty if there is none. */
    static String comparison(Lane.Shown shown) {
        return shown.comparison()
                .map(comparison -> word(comparison.speed()) + ", "
                        + Numbers.ratio(comparison.ratio().estimate()) + " × " + Numbers.ends(comparison.ratio()))
                .orElse("");
    }

    static String word(Speed speed) {
        return speed.name().toLowerCase(Locale.ROOT);
    }

    private static String title(RegimeGroup group, Contest contest) {
        return group.axis() == RegimeGroup.Axis.READS
                ? contest.regime().readPercent() + " % reads"
                : Conditions.of(contest.regime());
    }

    private static Stream<Double> values(ThroughputResult result) {
        Interval interval = result.opsInterval();
        return interval == null
                ? Stream.of(result.opsPerSecond())
                : Stream.of(result.opsPerSecond(), interval.low(), interval.high());
    }

    private static Chart of(String id, String title, Contest contest, LogScale scale) {
        Optional<Double> baseline = contest.shown().stream()
                .filter(Lane.Shown::isBaseline)
                .map(lane -> lane.result().opsPerSecond())
                .findFirst();
        Optional<Double> ceiling = contest.ceiling().map(top -> top.result().opsPerSecond());
        List<Tick> guides = new ArrayList<>();
        ceiling.ifPresent(value -> guides.add(Tick.at(value, "ceiling", scale)));
        baseline.filter(value -> ceiling.isEmpty()
                        || Math.abs(scale.share(value) - scale.share(ceiling.get())) > ROOM_FOR_A_GUIDE)
                .ifPresent(value -> guides.add(Tick.at(value, "MUTEX", scale)));
        List<Tick> ticks = Tick.of(scale, Numbers::round);
        Optional<Span> noise = baseline.flatMap(value ->
                contest.noiseFloor().map(floor -> Span.of(value * floor.low(), value * floor.high(), scale)));
        return new Chart(
                title,
                new Grid(id, LINE_HEIGHT, ticks, noise, baseline.map(scale::x), ceiling.map(scale::x)),
                ticks,
                contest.lanes().stream().map(lane -> mark(lane, contest, scale)).toList(),
                List.copyOf(guides));
    }

    private static Mark mark(Lane lane, Contest contest, LogScale scale) {
        String name = lane.strategy().name();
        if (lane instanceof Lane.Withheld withheld) {
            return new Mark.None(name, withheld.reason());
        }
        Lane.Shown shown = (Lane.Shown) lane;
        double rate = shown.result().opsPerSecond();
        Optional<Interval> interval = Optional.ofNullable(shown.result().opsInterval());
        return new Mark.Dot(
                name,
                scale.x(rate),
                interval.map(ends -> Span.of(ends.low(), ends.high(), scale)),
                shown.isTieWithMutex() ? "tie" : "clear",
                Numbers.rate(rate)
                        + interval.map(ends -> " " + Numbers.rateEnds(ends)).orElse("") + " operations a second",
                shown.isBaseline() ? baseline(contest) : comparison(shown));
    }

    private static String baseline(Contest contest) {
        return "baseline"
                + contest.noiseFloor()
                        .map(floor -> ", A/A " + Numbers.ends(floor))
                        .orElse("");
    }

    /** Returns whether {@code shown} has been compared with MUTEX. */
    static Optional<Comparison> compared(Lane.Shown shown) {
        return shown.isBaseline() ? Optional.empty() : shown.comparison();
    }
}
