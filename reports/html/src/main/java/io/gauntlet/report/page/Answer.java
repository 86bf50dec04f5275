package io.gauntlet.report.page;

import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.report.trial.Contest;
import io.gauntlet.report.trial.ExhibitVerdict;
import io.gauntlet.report.trial.HazardVerdict;
import io.gauntlet.report.trial.Lane;
import io.gauntlet.report.trial.MuseumReading;
import io.gauntlet.report.trial.StopwatchReading;
import io.gauntlet.report.trial.StrategyVerdict;
import io.gauntlet.report.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page in a few sentences.
 *
 * @param proof which strategies are proven, and whether the tools that say so can be relied on
 * @param tools what the tools made of the museum's bugs
 * @param hazards how many hazards were played under jcstress
 * @param first who is fastest, under each regime with as many callers as most have; empty where nothing is ranked
 * @param speed why nothing is ranked; empty where something is
 */
public record Answer(String proof, String tools, String hazards, List<First> first, List<String> speed) {

    /** Who is fastest under one regime, in words. */
    public record First(String regime, String words) {}

    /** Returns whether the measurement gives any strategy a place. */
    public boolean ranked() {
        return !first.isEmpty();
    }

    static Answer of(Trial trial) {
        return new Answer(
                proof(trial.strategies()) + doubt(trial),
                tools(trial),
                hazards(trial),
                trial.isRanked() ? crowded(trial).stream().map(Answer::fastest).toList() : List.of(),
                trial.isRanked() ? List.of() : List.of(unranked(trial)));
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

    private static String unranked(Trial trial) {
        if (trial.reading() instanceof StopwatchReading.Present present) {
            if (trial.contests().stream().allMatch(contest -> contest.shown().isEmpty())) {
                return "No speed is shown: only what is proven is measured.";
            }
            return present.evidence().budget().equals(MeasurementEvidence.SMOKE_BUDGET)
                    ? "Nothing is ranked: the smoke budget only shows that the stopwatch works."
                    : "Nothing is ranked: one JVM for each point gives no interval, and without intervals no order.";
        }
        return "Nothing is measured: " + ((StopwatchReading.Absent) trial.reading()).reason() + ".";
    }

    /** Returns the contests that rank anything, of as many callers as the ordinary ones: those first. */
    private static List<Contest> crowded(Trial trial) {
        Set<Integer> callers = trial.ordinaryContests().stream()
                .map(contest -> contest.regime().callers())
                .collect(Collectors.toSet());
        return trial.regimeGroups().stream()
                .flatMap(group -> group.own().stream())
                .filter(contest -> !contest.ranked().isEmpty())
                .filter(contest ->
                        callers.isEmpty() || callers.contains(contest.regime().callers()))
                .toList();
    }

    private static First fastest(Contest contest) {
        return new First(
                Conditions.of(contest.regime()),
                fastest(contest.first(), contest.ranked().size()));
    }

    private static String fastest(List<Lane.Shown> first, int ranked) {
        String last = named(first.get(first.size() - 1));
        if (ranked == 1) {
            return last + ", the only one with a number";
        }
        return first.size() == 1
                ? last + " is the fastest"
                : first.stream().limit(first.size() - 1).map(Answer::named).collect(Collectors.joining(", ")) + " and "
                        + last + " tie for first";
    }

    private static String named(Lane.Shown lane) {
        return lane.strategy().name()
                + lane.comparison()
                        .filter(comparison -> !lane.isBaseline())
                        .map(comparison ->
                                " (" + Numbers.ratio(comparison.ratio().estimate()) + "\u00a0×\u00a0MUTEX"
                                        + (lane.isTieWithMutex() ? ", a tie with it)" : ")"))
                        .orElse("");
    }
}
