package io.gauntlet.report.page;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.report.trial.ExhibitVerdict;
import io.gauntlet.report.trial.HazardVerdict;
import io.gauntlet.report.trial.Lane;
import io.gauntlet.report.trial.Mix;
import io.gauntlet.report.trial.MuseumReading;
import io.gauntlet.report.trial.StopwatchReading;
import io.gauntlet.report.trial.StrategyVerdict;
import io.gauntlet.report.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page in a few sentences.
 *
 * @param proof which strategies are proven, and whether the tools that say so can be relied on
 * @param tools what the tools made of the museum's bugs
 * @param hazards how many hazards were played under jcstress
 * @param speed which are fastest, one sentence for each mix; or one that says why nothing can be said
 * @param ranked whether the measurement may rank anything
 */
public record Answer(String proof, String tools, String hazards, List<String> speed, boolean ranked) {

    static Answer of(Trial trial) {
        boolean ranked = trial.reading() instanceof StopwatchReading.Present present
                && !present.evidence().budget().equals(MeasurementEvidence.SMOKE_BUDGET)
                && trial.mixes().stream().anyMatch(mix -> !mix.shown().isEmpty());
        return new Answer(
                proof(trial.strategies()) + doubt(trial), tools(trial), hazards(trial), speed(trial, ranked), ranked);
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

    private static String doubt(Trial trial) {
        if (trial.museum().reading() instanceof MuseumReading.Absent) {
            return " The tools themselves were not tried.";
        }
        return trial.museum().red().isEmpty() ? "" : " The tools failed their own trial.";
    }

    private static String tools(Trial trial) {
        if (trial.museum().reading() instanceof MuseumReading.Absent absent) {
            return "Nothing shows that the tools catch anything: " + absent.reason() + ".";
        }
        List<ExhibitVerdict> exhibits = trial.museum().exhibits();
        long caught = exhibits.stream().filter(ExhibitVerdict::isCaught).count();
        return "The tools were tried on " + Numbers.of(exhibits.size(), "bug") + " of the museum: "
                + (caught == exhibits.size() ? "each was" : caught + " were")
                + " caught by at least one.";
    }

    private static String hazards(Trial trial) {
        List<HazardVerdict> hazards = trial.hazards();
        if (hazards.isEmpty()) {
            return "No hazard was played under jcstress.";
        }
        Map<String, Long> lacks = hazards.stream()
                .flatMap(hazard -> hazard.lack().stream())
                .collect(Collectors.groupingBy(lack -> lack, TreeMap::new, Collectors.counting()));
        long played = hazards.stream()
                .filter(hazard -> hazard.isPlayedWith(trial.strategies().size()))
                .count();
        long others = hazards.size()
                - played
                - lacks.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder sentence = new StringBuilder("Under jcstress, " + played + " of "
                + Numbers.of(hazards.size(), "hazard") + " were played with every strategy");
        lacks.forEach((lack, count) -> sentence.append(
                "; " + count + " not run: " + (count == 1 ? lack : lack.replaceFirst("^needs ", "need "))));
        return sentence + (others == 0 ? "." : "; " + others + " not with every strategy.");
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
