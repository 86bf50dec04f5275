package io.gauntlet.report.page;

import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.LatencyResult.Distribution;
import io.gauntlet.evidence.LatencyResult.Kind;
import io.gauntlet.evidence.LatencyResult.Source;
import io.gauntlet.evidence.LatencyResult.View;
import io.gauntlet.report.trial.LatencyGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Latency of one kind of operation at every load.
 *
 * @param title which operations, with which callers
 * @param parts one for each strategy
 */
public record LatencyTable(String title, List<Part> parts) {

    private static final List<Double> OF_THE_BASELINE = List.of(99.0, LatencyResult.MAXIMUM);

    /**
     * One strategy.
     *
     * @param about how much it can do, or why its numbers are not shown
     * @param rows one for each load
     */
    public record Part(String name, String about, List<Row> rows) {}

    /**
     * One load.
     *
     * @param load in percent of the capacity
     * @param rates operations a second, due and done
     * @param times as users felt them, in service, and of the baseline; empty if the load was not kept
     * @param notKept why the load was not kept; empty if it was
     */
    public record Row(String load, List<String> rates, List<String> times, String notKept) {}

    static List<LatencyTable> of(LatencyGroup group) {
        return Stream.of(Kind.values())
                .filter(kind -> kind == Kind.READ ? group.readPercent() > 0 : group.readPercent() < 100)
                .map(kind -> new LatencyTable(
                        (kind == Kind.READ ? "Reads" : "Writes") + ": " + Conditions.of(group),
                        group.lanes().stream().map(lane -> part(lane, kind)).toList()))
                .toList();
    }

    private static Part part(LatencyGroup.Lane lane, Kind kind) {
        String name = lane.strategy().name();
        if (lane instanceof LatencyGroup.Lane.Withheld withheld) {
            return new Part(name, withheld.reason(), List.of());
        }
        List<LatencyResult> results = ((LatencyGroup.Lane.Shown) lane).results();
        LatencyResult first = results.get(0);
        return new Part(
                name,
                "capacity " + Numbers.rate(first.capacityPerSecond()) + " operations a second, "
                        + Numbers.of(first.forks(), "JVM"),
                results.stream().map(result -> row(result, kind)).toList());
    }

    private static Row row(LatencyResult result, Kind kind) {
        List<String> rates = List.of(Numbers.rate(result.offeredPerSecond()), Numbers.rate(result.achievedPerSecond()));
        if (!result.sustained()) {
            return new Row(result.loadPercent() + " %", rates, List.of(), "not kept: " + result.whyNot());
        }
        List<String> times = new ArrayList<>();
        add(times, LatencyChart.distribution(result, Source.SUBJECT, kind, View.SINCE_DUE), LatencyChart.DRAWN);
        add(times, LatencyChart.distribution(result, Source.SUBJECT, kind, View.IN_SERVICE), LatencyChart.DRAWN);
        add(times, LatencyChart.distribution(result, Source.NO_OP, kind, View.SINCE_DUE), OF_THE_BASELINE);
        return new Row(result.loadPercent() + " %", rates, List.copyOf(times), "");
    }

    private static void add(List<String> times, Optional<Distribution> distribution, List<Double> percents) {
        percents.forEach(percent -> times.add(LatencyChart.percentile(distribution, percent)));
    }
}
