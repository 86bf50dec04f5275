package io.gauntlet.stress.trial;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many checks have ended, and how long the others will take, judged by those of the same checker. */
final class Progress {

    private final int total;
    private final int atATime;
    private final List<Checker> open;
    private final DoubleSummaryStatistics seconds = new DoubleSummaryStatistics();
    private final Map<Checker, DoubleSummaryStatistics> secondsByChecker = new EnumMap<>(Checker.class);

    Progress(List<Checker> checks, int atATime) {
        this.total = checks.size();
        this.atATime = atATime;
        this.open = new ArrayList<>(checks);
    }

    /** Counts a check as ended and returns the line that tells it. */
    synchronized String ended(CheckEvidence evidence) {
        open.remove(evidence.checker());
        seconds.accept(evidence.seconds());
        secondsByChecker
                .computeIfAbsent(evidence.checker(), checker -> new DoubleSummaryStatistics())
                .accept(evidence.seconds());
        double left = open.stream().mapToDouble(this::expectedSeconds).sum() / atATime;
        return String.format(
                Locale.ROOT,
                "[%d/%d] %s %s %s %.1f s, ~%.0f s left%s",
                total - open.size(),
                total,
                evidence.checker(),
                evidence.subject(),
                evidence.verdict(),
                evidence.seconds(),
                left,
                evidence.reason().isEmpty() ? "" : ": " + evidence.reason());
    }

    private double expectedSeconds(Checker checker) {
        return secondsByChecker.getOrDefault(checker, seconds).getAverage();
    }
}
