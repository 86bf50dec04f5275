package io.gauntlet.report.page;

import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.Regime;
import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.report.trial.Contest;
import io.gauntlet.report.trial.Lane;
import io.gauntlet.report.trial.RegimeGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Many contests as small multiples: for each strategy its throughput divided by that of MUTEX, along the axis on which the
 * contests differ. Places across are shares of the width, upright ones are pixels.
 *
 * @param id under which what lies behind the dots is drawn once
 * @param levels lines across
 * @param dimensions what differs, with the value of each contest
 * @param noise what MUTEX under two names strays by, in each contest where that is known
 * @param plots one for each strategy but MUTEX
 */
public record RatioChart(
        String id, List<Level> levels, List<Dimension> dimensions, List<Band> noise, List<Plot> plots) {

    /** Fewer contests than this are drawn one by one. */
    private static final int FEWEST = 3;

    /** How high each picture is, without its axis. */
    public static final int HEIGHT = 140;

    private static final int ABOVE = 18;
    private static final int BELOW = 18;
    private static final int LABEL_ABOVE = 7;
    private static final int LABEL_BELOW = 15;

    /** A line across, and the ratio that it stands for. */
    public record Level(String y, String label, boolean isOne) {}

    /** One thing that differs: its name, and its value in each contest. */
    public record Dimension(String name, List<Tick> values) {}

    /** A stretch of the width and height. */
    public record Band(String x, String y, String width, String height) {}

    /** One strategy's picture. */
    public sealed interface Plot {

        String name();

        /**
         * A line of dots.
         *
         * @param lines from dot to dot, where contests differ in one thing alone
         * @param dots one for each contest in which it was compared with MUTEX
         * @param words all dots in words
         */
        record Drawn(String name, List<Line> lines, List<Dot> dots, String words) implements Plot {}

        /** No dot, and why. */
        record None(String name, String reason) implements Plot {}
    }

    public record Line(String x1, String y1, String x2, String y2) {}

    /**
     * A dot with its interval.
     *
     * @param kind {@code tie} where neither it nor MUTEX is shown to be faster, else {@code clear}
     */
    public record Dot(String x, String y, String lowY, String highY, String labelY, String label, String kind) {}

    /** Draws a group; empty if it has too few contests, or compares nothing. */
    static Optional<RatioChart> of(RegimeGroup group, String id) {
        List<Contest> contests = group.contests();
        boolean compares = contests.stream()
                .flatMap(contest -> contest.shown().stream())
                .anyMatch(lane -> Chart.compared(lane).isPresent());
        if (contests.size() < FEWEST || group.axis() == RegimeGroup.Axis.READS || !compares) {
            return Optional.empty();
        }
        LogScale scale = scale(contests);
        List<Dimension> dimensions = dimensions(contests);
        List<Band> noise = new ArrayList<>();
        for (int i = 0; i < contests.size(); i++) {
            int place = i;
            contests.get(i).noiseFloor().ifPresent(floor -> noise.add(band(place, contests.size(), floor, scale)));
        }
        return Optional.of(new RatioChart(
                id,
                scale.ticks().stream()
                        .map(ratio -> new Level(y(ratio, scale), Numbers.round(ratio), ratio == 1))
                        .toList(),
                dimensions,
                List.copyOf(noise),
                plots(contests, scale, /* joined= */ dimensions.size() == 1)));
    }

    private static LogScale scale(List<Contest> contests) {
        Stream<Interval> ratios = contests.stream()
                .flatMap(contest -> contest.shown().stream())
                .flatMap(lane -> Chart.compared(lane).stream())
                .map(Comparison::ratio);
        Stream<Interval> floors = contests.stream().flatMap(contest -> contest.noiseFloor().stream());
        return new LogScale(Stream.concat(
                        Stream.of(1.0),
                        Stream.concat(ratios, floors)
                                .flatMap(interval -> Stream.of(interval.low(), interval.estimate(), interval.high())))
                .toList());
    }

    private static List<Dimension> dimensions(List<Contest> contests) {
        List<Dimension> all = List.of(
                dimension(
                        "threads",
                        contests,
                        regime -> regime.threads() == CallerThreads.VIRTUAL ? "virtual" : "platform"),
                dimension("callers", contests, RatioChart::callers),
                dimension("reads", contests, regime -> regime.readPercent() + " %"),
                dimension("sessions", contests, regime -> Numbers.round(regime.sessions())));
        return all.stream()
                .filter(dimension ->
                        dimension.values().stream().map(Tick::label).distinct().count() > 1)
                .toList();
    }

    private static String callers(Regime regime) {
        return regime.dedicatedWriters() == 0
                ? String.valueOf(regime.callers())
                : regime.callers() - regime.dedicatedWriters() + "+" + regime.dedicatedWriters();
    }

    private static Dimension dimension(String name, List<Contest> contests, Function<Regime, String> value) {
        List<Tick> values = new ArrayList<>();
        for (Contest contest : contests) {
            values.add(new Tick(x(values.size(), contests.size()), value.apply(contest.regime()), "middle"));
        }
        return new Dimension(name, List.copyOf(values));
    }

    private static List<Plot> plots(List<Contest> contests, LogScale scale, boolean joined) {
        List<Plot> plots = new ArrayList<>();
        for (int strategy = 0; strategy < contests.get(0).lanes().size(); strategy++) {
            int column = strategy;
            List<Lane> lanes = contests.stream()
                    .map(contest -> contest.lanes().get(column))
                    .toList();
            if (!(lanes.get(0) instanceof Lane.Shown shown && shown.isBaseline())) {
                plots.add(plot(lanes, contests, scale, joined));
            }
        }
        return List.copyOf(plots);
    }

    private static Plot plot(List<Lane> lanes, List<Contest> contests, LogScale scale, boolean joined) {
        String name = lanes.get(0).strategy().name();
        List<Dot> dots = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i) instanceof Lane.Shown shown && shown.comparison().isPresent()) {
                dots.add(dot(x(i, lanes.size()), shown.comparison().get(), scale));
                words.add(Conditions.of(contests.get(i).regime()) + ": " + Chart.comparison(shown));
            }
        }
        if (dots.isEmpty()) {
            return new Plot.None(
                    name,
                    lanes.get(0) instanceof Lane.Withheld withheld ? withheld.reason() : "not compared with MUTEX");
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; joined && i < dots.size(); i++) {
            Dot from = dots.get(i - 1);
            Dot to = dots.get(i);
            lines.add(new Line(from.x(), from.y(), to.x(), to.y()));
        }
        return new Plot.Drawn(
                name, List.copyOf(lines), List.copyOf(dots), name + " divided by MUTEX. " + String.join(". ", words));
    }

    private static Dot dot(String x, Comparison comparison, LogScale scale) {
        Interval ratio = comparison.ratio();
        return new Dot(
                x,
                y(ratio.estimate(), scale),
                y(ratio.low(), scale),
                y(ratio.high(), scale),
                pixels(
                        ratio.estimate() < 1
                                ? height(ratio.low(), scale) + LABEL_BELOW
                                : height(ratio.high(), scale) - LABEL_ABOVE),
                Numbers.ratio(ratio.estimate()),
                comparison.speed() == Speed.TIE ? "tie" : "clear");
    }

    private static Band band(int place, int places, Interval floor, LogScale scale) {
        return new Band(
                percent(place / (double) places),
                y(floor.high(), scale),
                percent(1 / (double) places),
                pixels(Math.max(1, height(floor.low(), scale) - height(floor.high(), scale))));
    }

    private static String x(int place, int places) {
        return percent((place + 0.5) / places);
    }

    private static String y(double ratio, LogScale scale) {
        return pixels(height(ratio, scale));
    }

    private static double height(double ratio, LogScale scale) {
        return ABOVE + (HEIGHT - ABOVE - BELOW) * (1 - scale.share(ratio));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static String pixels(double height) {
        return String.format(Locale.ROOT, "%.1f", height);
    }
}
