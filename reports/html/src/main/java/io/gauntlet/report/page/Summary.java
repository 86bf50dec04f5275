package io.gauntlet.report.page;

import io.gauntlet.report.trial.Caveats;
import io.gauntlet.report.trial.Contest;
import io.gauntlet.report.trial.Outcome;
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
        lines.add("  museum: " + met(trial));
        lines.add("  " + answer.hazards());
        addRed(trial.red(), lines);
        if (!answer.ranked()) {
            lines.addAll(answer.speed());
        }
        lines.addAll(Caveats.ofMeasurement(trial));
        return List.copyOf(lines);
    }

    private static String places(StrategyVerdict verdict, Trial trial) {
        return trial.ordinaryContests().stream()
                .map(contest -> place(verdict, contest))
                .collect(Collectors.joining(", ", "rank by throughput: ", ""));
    }

    private static String place(StrategyVerdict verdict, Contest contest) {
        return ReportPage.place(verdict, contest).replace('–', '-').replace("no place", "none") + " at "
                + contest.regime().readPercent() + " % reads";
    }

    private static String checks(StrategyVerdict verdict) {
        return ReportPage.checks(verdict);
    }

    private static String met(Trial trial) {
        List<Outcome> outcomes = trial.museum().exhibits().stream()
                .flatMap(exhibit -> exhibit.outcomes().values().stream())
                .filter(outcome -> !(outcome instanceof Outcome.NotApplicable || outcome instanceof Outcome.LeftOut))
                .toList();
        long met =
                outcomes.stream().filter(outcome -> outcome.problem().isEmpty()).count();
        return Numbers.of(trial.museum().exhibits().size(), "exhibit") + ", " + met + " of "
                + Numbers.of(outcomes.size(), "outcome") + " as expected";
    }

    private static void addRed(List<Red> red, List<String> lines) {
        if (red.isEmpty()) {
            return;
        }
        lines.add("RED: " + Numbers.of(red.size(), "reason"));
        List<String> grouped = grouped(red);
        grouped.stream().limit(MOST_RED_LINES).forEach(line -> lines.add("  " + line));
        if (grouped.size() > MOST_RED_LINES) {
            lines.add("  and more: see the page");
        }
    }

    /** Returns a line for each subject and reason, with all the tools that it holds for. */
    static List<String> grouped(List<Red> red) {
        Map<List<String>, List<String>> tools = new LinkedHashMap<>();
        red.forEach(entry -> tools.computeIfAbsent(
                        List.of(entry.subject(), oneLine(entry.what())), key -> new ArrayList<>())
                .add(entry.tool()));
        return tools.entrySet().stream()
                .map(entry -> entry.getKey().get(0) + ", " + String.join("; ", entry.getValue()) + ": "
                        + entry.getKey().get(1))
                .toList();
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    }
}
