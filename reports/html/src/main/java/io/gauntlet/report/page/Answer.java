package io.gauntlet.report.page;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.report.trial.Lane;
import io.gauntlet.report.trial.Mix;
import io.gauntlet.report.trial.StopwatchReading;
import io.gauntlet.report.trial.StrategyVerdict;
import io.gauntlet.report.trial.Trial;
import java.util.Comparator;
import java.util.List;

/**
 * The page in a few sentences.
 *
 * @param proof which strategies are proven
 * @param speed which are fastest, one sentence for each mix; or one that says why nothing can be said
 * @param ranked whether the measurement may rank anything
 */
public record Answer(String proof, List<String> speed, boolean ranked) {

    static Answer of(Trial trial) {
        boolean ranked = trial.reading() instanceof StopwatchReading.Present present
                && !present.evidence().budget().equals(MeasurementEvidence.SMOKE_BUDGET)
                && trial.mixes().stream().anyMatch(mix -> !mix.shown().isEmpty());
        return new Answer(proof(trial.strategies()), speed(trial, ranked), ranked);
    }

    private static String proof(List<StrategyVerdict> strategies) {
        List<String> unproven = strategies.stream()
                .filter(verdict -> !verdict.isProven())
                .map(verdict -> verdict.strategy().name())
                .toList();
        int all = strategies.size();
        if (unproven.isEmpty()) {
            return all == 1 ? "The one strategy on trial is proven." : "All " + all + " strategies are proven.";
        }
        if (unproven.size() == all) {
            return all == 1
                    ? "The one strategy on trial is not proven."
                    : "None of the " + all + " strategies is proven.";
        }
        return (all - unproven.size()) + " of " + all + " strategies are proven. Not proven: "
                + String.join(", ", unproven) + ".";
    }

    private static List<String> speed(Trial trial, boolean ranked) {
        if (trial.reading() instanceof StopwatchReading.Absent absent) {
            return List.of("Nothing is measured: " + absent.reason() + ".");
        }
        if (ranked) {
            return trial.mixes().stream()
                    .filter(mix -> !mix.shown().isEmpty())
                    .map(Answer::fastest)
                    .toList();
        }
        return trial.mixes().stream().allMatch(mix -> mix.shown().isEmpty())
                ? List.of("No speed is shown: only what is proven is measured.")
                : List.of("Nothing is ranked: the smoke budget only shows that the stopwatch works.");
    }

    private static String fastest(Mix mix) {
        List<String> first = mix.shown().stream()
                .filter(lane -> lane.rank().best() == 1)
                .sorted(Comparator.comparingDouble(Answer::estimate).reversed())
                .map(Answer::named)
                .toList();
        return "At " + mix.readPercent() + " % reads: "
                + (first.size() == 1 ? first.get(0) + "." : "no clear winner among " + String.join(", ", first) + ".");
    }

    private static double estimate(Lane.Shown lane) {
        return lane.result().opsPerSecond().estimate();
    }

    private static String named(Lane.Shown lane) {
        return lane.strategy().name()
                + lane.ratio()
                        .filter(ratio -> lane.strategy() != CoordinatorStrategy.MUTEX)
                        .map(ratio -> " (" + Numbers.ratio(ratio.estimate()) + "\u00a0×\u00a0MUTEX)")
                        .orElse("");
    }
}
