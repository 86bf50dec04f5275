package io.gauntlet.report.page;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.CheckEvidence.Canary;
import io.gauntlet.evidence.Checker;
import io.gauntlet.report.trial.Finding;
import io.gauntlet.report.trial.Trial;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How much one tool ran.
 *
 * @param checker the tool
 * @param runs on how many strategies it ran, in words
 * @param amounts what it did on each strategy, least to most
 * @param canary how it caught the planted bug before it was believed, in words; empty if it did not run
 * @param time how long all its runs took together
 */
public record Effort(Checker checker, String runs, List<String> amounts, String canary, String time) {

    static Effort of(Checker checker, Trial trial) {
        List<CheckEvidence> runs = trial.findingsOf(checker).values().stream()
                .flatMap(Effort::evidence)
                .toList();
        SortedMap<String, LongSummaryStatistics> amounts = new TreeMap<>();
        runs.forEach(run -> run.effort()
                .forEach((name, amount) -> amounts.computeIfAbsent(name, unit -> new LongSummaryStatistics())
                        .accept(amount)));
        List<String> words = new ArrayList<>();
        amounts.forEach((name, amount) -> words.add((amount.getMin() == amount.getMax()
                        ? Numbers.count(amount.getMin())
                        : Numbers.count(amount.getMin()) + " to " + Numbers.count(amount.getMax()))
                + " " + name));
        return new Effort(
                checker,
                runs.size() + " of " + trial.strategies().size(),
                words,
                canary(runs.stream()
                        .flatMap(run -> Stream.ofNullable(run.canary()))
                        .toList()),
                runs.isEmpty()
                        ? ""
                        : Numbers.duration(runs.stream()
                                .mapToDouble(CheckEvidence::seconds)
                                .sum()));
    }

    private static String canary(List<Canary> canaries) {
        if (canaries.isEmpty()) {
            return "";
        }
        DoubleSummaryStatistics seconds =
                canaries.stream().mapToDouble(Canary::seconds).summaryStatistics();
        String least = Numbers.duration(seconds.getMin());
        String most = Numbers.duration(seconds.getMax());
        return canaries.get(0).caught() + ", in " + least + (least.equals(most) ? "" : " to " + most);
    }

    private static Stream<CheckEvidence> evidence(Finding finding) {
        if (finding instanceof Finding.Passed passed) {
            return Stream.of(passed.evidence());
        }
        return finding instanceof Finding.Failed failed ? Stream.of(failed.evidence()) : Stream.empty();
    }
}
