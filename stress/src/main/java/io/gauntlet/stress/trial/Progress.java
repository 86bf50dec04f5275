package io.gauntlet.stress.trial;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many checks have ended, and how long the others will take, judged by those of the same checker. */
final class Progress {

    private final int total;
    private final int atATime;
    private final Set<Checker> alone;
    private final List<Checker> open;
    private final DoubleSummaryStatistics seconds = new DoubleSummaryStatistics();
    private final Map<Checker, DoubleSummaryStatistics> secondsByChecker = new EnumMap<>(Checker.class);

    /**
     * @param checks which checker each check runs
     * @param atATime how many checks run at once
     * @param alone those checkers whose checks run one at a time
     */
    Progress(List<Checker> checks, int atATime, Set<Checker> alone) {
        this.total = checks.size();
        this.atATime = atATime;
        this.alone = Set.copyOf(alone);
        this.open = new ArrayList<>(checks);
    }

    /**
     * Counts a check as ended and returns the line that tells it.
     *
     * @param took how long it kept its place, start of its JVM and canary included, in seconds
     */
    synchronized String ended(CheckEvidence evidence, double took) {
        open.remove(evidence.checker());
        seconds.accept(took);
        secondsByChecker
                .computeIfAbsent(evidence.checker(), checker -> new DoubleSummaryStatistics())
                .accept(took);
        double left = open.stream().mapToDouble(this::expectedSeconds).sum();
        return String.format(
                Locale.ROOT,
                "[%d/%d] %s %s %s %.1f s, ~%.0f s left%s",
                total - open.size(),
                total,
                evidence.checker(),
                evidence.subject(),
                evidence.verdict(),
                took,
                left,
                evidence.reason().isEmpty() ? "" : ": " + evidence.reason());
    }

    private double expectedSeconds(Checker checker) {
        double average = secondsByChecker.getOrDefault(checker, seconds).getAverage();
        return alone.contains(checker) ? average : average / atATime;
    }
}
