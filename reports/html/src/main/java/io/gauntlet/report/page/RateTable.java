package io.gauntlet.report.page;

import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.JudgedCalls;
import io.gauntlet.evidence.RegimeResult.Fairness;
import io.gauntlet.evidence.RegimeResult.Role;
import io.gauntlet.evidence.RegimeResult.Settled;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import io.gauntlet.report.trial.Contest;
import io.gauntlet.report.trial.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of one contest.
 *
 * @param title the conditions
 * @param floor what is known of the noise, in words
 * @param rates one row for each strategy, and one for the ceiling where it was measured under this very regime
 * @param fairness one row for each strategy and role
 */
public record RateTable(String title, String floor, List<Row> rates, List<Row> fairness) {

    /**
     * One row.
     *
     * @param cells empty if there are none
     * @param absent why there are none; empty if there are
     */
    public record Row(String name, List<String> cells, String absent) {}

    static RateTable of(Contest contest) {
        List<Row> rates = new ArrayList<>();
        List<Row> fairness = new ArrayList<>();
        for (Lane lane : contest.lanes()) {
            String name = lane.strategy().name();
            if (lane instanceof Lane.Shown shown) {
                rates.add(new Row(name, rates(shown), ""));
                shown.result().fairness().forEach(role -> fairness.add(new Row(name, fairness(role), "")));
            } else if (lane instanceof Lane.Withheld withheld) {
                rates.add(new Row(name, List.of(), withheld.reason()));
                fairness.add(new Row(name, List.of(), withheld.reason()));
            }
        }
        contest.ceiling()
                .filter(top -> top.regime().equals(contest.regime()))
                .ifPresent(top -> rates.add(new Row("ceiling", ceiling(top.result()), "")));
        return new RateTable(Conditions.of(contest.regime()), floor(contest), rates, fairness);
    }

    private static String floor(Contest contest) {
        return contest.noiseFloor()
                .map(floor -> "MUTEX under a second name, divided by MUTEX: " + Numbers.ratio(floor.estimate()) + " "
                        + Numbers.ends(floor) + ". What differs by no more is noise.")
                .orElse("No noise floor is known here.");
    }

    private static List<String> rates(Lane.Shown shown) {
        ThroughputResult result = shown.result();
        List<String> cells = new ArrayList<>();
        cells.add(Numbers.rate(result.opsPerSecond()));
        cells.add(interval(result.opsInterval()));
        cells.add(shown.comparison()
                .map(comparison ->
                        Numbers.ratio(comparison.ratio().estimate()) + " " + Numbers.ends(comparison.ratio()))
                .orElse(""));
        cells.add(shown.comparison()
                .map(comparison -> Numbers.probability(comparison.adjustedP()))
                .orElse(""));
        cells.add(
                shown.isBaseline()
                        ? "baseline"
                        : shown.comparison()
                                .map(comparison -> comparison.speed().name())
                                .orElse("not compared"));
        cells.add(shown.rank().map(ReportPage::place).orElse(""));
        cells.addAll(flow(result));
        return List.copyOf(cells);
    }

    private static List<String> ceiling(ThroughputResult result) {
        List<String> cells = new ArrayList<>(
                List.of(Numbers.rate(result.opsPerSecond()), interval(result.opsInterval()), "", "", "", ""));
        cells.addAll(flow(result));
        return List.copyOf(cells);
    }

    private static List<String> flow(ThroughputResult result) {
        return List.of(
                Numbers.rate(result.readsPerSecond()),
                Numbers.rate(result.writesPerSecond()),
                Numbers.rate(result.effectivePerSecond()),
                result.forks() + " × " + result.iterations(),
                unsettled(result),
                Numbers.count(result.judged().calls()),
                overlapped(result.judged()),
                Optional.ofNullable(result.judged().toMeasured())
                        .map(ratio -> Numbers.ratio(ratio) + " ×")
                        .orElse("none"));
    }

    private static String unsettled(ThroughputResult result) {
        Settled settled = result.settled();
        return (settled.unsettledForks() == 0 ? "none" : settled.unsettledForks() + " of " + result.forks())
                + (settled.repeatedForks() == 0 ? "" : ", " + settled.repeatedForks() + " run again")
                + (settled.why().isEmpty() ? "" : ": " + settled.why().get(0))
                + (settled.why().size() > 1 ? ", and " + (settled.why().size() - 1) + " more" : "");
    }

    private static String overlapped(JudgedCalls judged) {
        return judged.calls() == 0 ? "none" : Numbers.percent(judged.overlappingCalls() / (double) judged.calls());
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null ? "" : Numbers.rateEnds(interval);
    }

    private static List<String> fairness(Fairness fairness) {
        return List.of(
                fairness.callers() + " " + role(fairness.role(), fairness.callers()),
                Numbers.decimal(fairness.slowestToMean()),
                Numbers.decimal(fairness.jainIndex()),
                millis(fairness.longestReadMillis()),
                millis(fairness.longestWriteMillis()));
    }

    private static String role(Role role, int callers) {
        return role == Role.ALIKE ? "alike" : role.name().toLowerCase(Locale.ROOT) + (callers == 1 ? "" : "s");
    }

    private static String millis(@Nullable Double millis) {
        return Optional.ofNullable(millis).map(time -> Numbers.time(time * 1e6)).orElse("none");
    }
}
