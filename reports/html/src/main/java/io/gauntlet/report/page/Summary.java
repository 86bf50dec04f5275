package io.gauntlet.report.page;

import io.gauntlet.report.trial.Caveats;
import io.gauntlet.report.trial.KnownBadVerdict;
import io.gauntlet.report.trial.Mix;
import io.gauntlet.report.trial.Red;
import io.gauntlet.report.trial.StrategyVerdict;
import io.gauntlet.report.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page in a dozen lines of a console. */
public final class Summary {

    private static final int MOST_RED_LINES = 12;

    private Summary() {}

    /** Returns one line for each strategy, then what is red, then what weakens the numbers. */
    public static List<String> lines(Trial trial) {
        List<String> lines = new ArrayList<>();
        Answer answer = Answer.of(trial);
        lines.add("Gauntlet: " + answer.proof());
        int width = trial.strategies().stream()
                .mapToInt(verdict -> verdict.strategy().name().length())
                .max()
                .orElse(0);
        for (StrategyVerdict verdict : trial.strategies()) {
            lines.add(String.format(
                            Locale.ROOT,
                            "  %-" + width + "s  %-10s  %s",
                            verdict.strategy(),
                            verdict.isProven() ? "proven" : "NOT PROVEN",
                            answer.ranked() && verdict.isProven() ? places(verdict, trial) : checks(verdict))
                    .stripTrailing());
        }
        lines.add("  known-bad code: " + met(trial));
        addRed(trial.red(), lines);
        if (!answer.ranked()) {
            lines.addAll(answer.speed());
        }
        lines.addAll(Caveats.ofMeasurement(trial));
        return List.copyOf(lines);
    }

    private static String places(StrategyVerdict verdict, Trial trial) {
        return trial.mixes().stream()
                .map(mix -> place(verdict, mix))
                .collect(Collectors.joining(", ", "rank by throughput: ", ""));
    }

    private static String place(StrategyVerdict verdict, Mix mix) {
        return mix.shown().stream()
                        .filter(lane -> lane.strategy() == verdict.strategy())
                        .map(lane -> ReportPage.place(lane.rank()).replace('–', '-'))
                        .findFirst()
                        .orElse("none")
                + " at " + mix.readPercent() + " % reads";
    }

    private static String checks(StrategyVerdict verdict) {
        return ReportPage.checks(verdict);
    }

    private static String met(Trial trial) {
        List<KnownBadVerdict.Outcome> expected = trial.knownBad().stream()
                .flatMap(verdict -> verdict.outcomes().values().stream())
                .filter(KnownBadVerdict.Outcome::isExpected)
                .toList();
        long met =
                expected.stream().filter(KnownBadVerdict.Outcome::isAsExpected).count();
        return met + " of " + Numbers.of(expected.size(), "expectation") + " met";
    }

    private static void addRed(List<Red> red, List<String> lines) {
        if (red.isEmpty()) {
            return;
        }
        lines.add("RED: " + Numbers.of(red.size(), "check"));
        Map<List<String>, List<String>> tools = new LinkedHashMap<>();
        red.forEach(entry -> tools.computeIfAbsent(
                        List.of(entry.subject(), oneLine(entry.what())), key -> new ArrayList<>())
                .add(entry.tool()));
        tools.entrySet().stream()
                .limit(MOST_RED_LINES)
                .forEach(entry -> lines.add("  " + entry.getKey().get(0) + ", " + String.join(", ", entry.getValue())
                        + ": " + entry.getKey().get(1)));
        if (tools.size() > MOST_RED_LINES) {
            lines.add("  and more: see the page");
        }
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    }
}
