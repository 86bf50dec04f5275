package io.gauntlet.report.page;

import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.LatencyResult.Distribution;
import io.gauntlet.evidence.LatencyResult.Kind;
import io.gauntlet.evidence.LatencyResult.Percentile;
import io.gauntlet.evidence.LatencyResult.Source;
import io.gauntlet.evidence.LatencyResult.View;
import io.gauntlet.report.trial.LatencyGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Latency of one kind of operation at one load: for each strategy a track of four percentiles as a user feels them, one as a
 * closed loop would have told them, and one of the no-op baseline.
 *
 * @param title which operations
 * @param grid what lies behind the marks
 * @param ticks marks of the axis
 * @param marks one for each strategy, top to bottom
 */
public record LatencyChart(String title, Chart.Grid grid, List<Tick> ticks, List<Mark> marks) {

    /** What is drawn of a distribution. */
    static final List<Double> DRAWN = List.of(50.0, 99.0, 99.9, LatencyResult.MAXIMUM);

    /** The load that is drawn, in percent of the capacity, if it was offered. */
    private static final int DRAWN_LOAD = 50;

    private static final int LINE_HEIGHT = 42;
    private static final double NANOS_PER_MICRO = 1e3;

    /** One strategy's line in the picture. */
    public sealed interface Mark {

        String name();

        /**
         * Tracks, as felt first.
         *
         * @param words all of them in words
         * @param labels the 99th percentile, as felt and in service
         */
        record Tracks(String name, List<Track> tracks, String words, List<String> labels) implements Mark {}

        /** No track, and why. */
        record None(String name, String reason) implements Mark {}
    }

    /**
     * The percentiles of one distribution.
     *
     * @param kind {@code due}, {@code service} or {@code no-op}
     * @param y where it lies
     * @param radius of its dots
     * @param span from the first to the last
     * @param stops where each lies, rising; the last one is the maximum
     */
    public record Track(String kind, int y, String radius, Chart.Span span, List<String> stops) {}

    /** Returns the load that is drawn of a group: 50 %, or the nearest that was offered. */
    static Optional<Integer> load(LatencyGroup group) {
        return group.loadPercents().stream().min(Comparator.comparingInt(load -> Math.abs(load - DRAWN_LOAD)));
    }

    /** Draws reads and writes to one scale; ids begin with {@code id}. Empty if no load was offered to any strategy that may
     * be shown. */
    static List<LatencyChart> of(LatencyGroup group, String id) {
        Optional<Integer> load = load(group);
        if (load.isEmpty()) {
            return List.of();
        }
        LogScale scale = new LogScale(group.lanes().stream()
                .flatMap(lane -> result(lane, load.get()).stream())
                .flatMap(result -> result.distributions().stream())
                .flatMap(distribution -> DRAWN.stream().flatMap(percent -> nanos(distribution, percent).stream()))
                .toList());
        List<Tick> ticks = Tick.of(scale, Numbers::roundTime);

        return Stream.of(Kind.values())
                .filter(kind -> kind == Kind.READ ? group.readPercent() > 0 : group.readPercent() < 100)
                .map(kind -> new LatencyChart(
                        kind == Kind.READ ? "Reads" : "Writes",
                        new Chart.Grid(
                                id + "-" + kind.name().toLowerCase(Locale.ROOT),
                                LINE_HEIGHT,
                                ticks,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        ticks,
                        group.lanes().stream()
                                .map(lane -> mark(lane, load.get(), kind, scale))
                                .toList()))
                .toList();
    }

    static Optional<Distribution> distribution(LatencyResult result, Source source, Kind kind, View view) {
        return result.distributions().stream()
                .filter(distribution ->
                        distribution.source() == source && distribution.kind() == kind && distribution.view() == view)
                .findFirst();
    }

    /** Returns the time of one percentile in nanoseconds, if that very percentile was written down. */
    static Optional<Double> nanos(Distribution distribution, double percent) {
        return distribution.percentiles().stream()
                .filter(percentile -> percentile.percent() == percent)
                .map(Percentile::micros)
                .map(micros -> micros * NANOS_PER_MICRO)
                .findFirst();
    }

    private static Optional<LatencyResult> result(LatencyGroup.Lane lane, int load) {
        return lane instanceof LatencyGroup.Lane.Shown shown
                ? shown.results().stream()
                        .filter(result -> result.loadPercent() == load)
                        .findFirst()
                : Optional.empty();
    }

    private static Mark mark(LatencyGroup.Lane lane, int load, Kind kind, LogScale scale) {
        String name = lane.strategy().name();
        if (lane instanceof LatencyGroup.Lane.Withheld withheld) {
            return new Mark.None(name, withheld.reason());
        }
        Optional<LatencyResult> result = result(lane, load);
        if (result.isEmpty()) {
            return new Mark.None(name, "not measured");
        }
        if (!result.get().sustained()) {
            return new Mark.None(name, "not kept: " + result.get().whyNot());
        }
        Optional<Distribution> due = distribution(result.get(), Source.SUBJECT, kind, View.SINCE_DUE);
        Optional<Distribution> service = distribution(result.get(), Source.SUBJECT, kind, View.IN_SERVICE);
        Optional<Distribution> noOp = distribution(result.get(), Source.NO_OP, kind, View.SINCE_DUE);
        List<Track> tracks = new ArrayList<>();
        due.flatMap(found -> track("due", 9, "4", found, scale)).ifPresent(tracks::add);
        service.flatMap(found -> track("service", 22, "3", found, scale)).ifPresent(tracks::add);
        noOp.flatMap(found -> track("no-op", 33, "2", found, scale)).ifPresent(tracks::add);
        if (tracks.isEmpty()) {
            return new Mark.None(name, "no such operation was measured");
        }
        return new Mark.Tracks(
                name,
                tracks,
                name + ". Since due: " + words(due) + ". In service: " + words(service)
                        + ". No-op baseline, since due: " + words(noOp),
                List.of("p99 " + percentile(due, 99) + " since due", percentile(service, 99) + " in service"));
    }

    private static Optional<Track> track(String kind, int y, String radius, Distribution distribution, LogScale scale) {
        List<Double> values = DRAWN.stream()
                .flatMap(percent -> nanos(distribution, percent).stream())
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Track(
                        kind,
                        y,
                        radius,
                        Chart.Span.of(values.get(0), values.get(values.size() - 1), scale),
                        values.stream().map(scale::x).toList()));
    }

    private static String words(Optional<Distribution> distribution) {
        return "p50 " + percentile(distribution, 50) + ", p99 " + percentile(distribution, 99) + ", p99.9 "
                + percentile(distribution, 99.9) + ", max " + percentile(distribution, LatencyResult.MAXIMUM);
    }

    /** Returns a percentile in words; a dash where it was not written down. */
    static String percentile(Optional<Distribution> distribution, double percent) {
        return distribution
                .flatMap(found -> nanos(found, percent))
                .map(Numbers::time)
                .orElse("–");
    }
}
