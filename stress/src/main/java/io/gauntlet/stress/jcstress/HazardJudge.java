package io.gauntlet.stress.jcstress;

import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.CheckEvidence.Outcome;
import io.gauntlet.evidence.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;

/**
 * Judges one hazard by the results of its forks: each fork must have given one, with samples in it.
 *
 * @param hazard its name
 * @param test what was played
 * @param planned how many forks there were to be
 * @param replay the command that plays it again
 */
record HazardJudge(String hazard, TestInfo test, int planned, String replay) {

    HazardResult judge(Forks.Played played, double seconds) {
        List<TestResult> results = played.results();
        List<Outcome> outcomes = outcomes(results);
        long samples = results.stream().mapToLong(TestResult::getTotalCount).sum();
        Optional<String> violation = forbidden(outcomes).or(() -> hung(played));
        Optional<String> gap = gap(results);
        Verdict verdict = violation.isPresent() ? Verdict.FAILED : gap.isPresent() ? Verdict.NOT_RUN : Verdict.PASSED;
        String reason = violation.or(() -> gap).orElse("");
        return new HazardResult(hazard, verdict, reason, planned, samples, seconds, outcomes, replay);
    }

    /** Returns what becomes of a hazard with more actors than there are processors. */
    HazardResult unplayable(int processors) {
        return new HazardResult(
                hazard,
                Verdict.NOT_RUN,
                "needs " + test.threads() + " processors, here are " + processors,
                /* configurations= */ 0,
                /* samples= */ 0,
                /* seconds= */ 0,
                List.of(),
                replay);
    }

    private static Optional<String> forbidden(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.legal() && outcome.count() > 0)
                .findFirst()
                .map(outcome -> "\"" + outcome.answers() + "\" " + outcome.count() + " times: " + outcome.meaning());
    }

    /** A fork gives up by itself after half a minute, and names that a time-out. */
    private static Optional<String> hung(Forks.Played played) {
        return played.hang()
                .flatMap(hang -> hang.lines().findFirst())
                .or(() -> played.results().stream()
                        .filter(result -> result.status() == Status.TIMEOUT_ERROR)
                        .findFirst()
                        .map(HazardJudge::firstMessage))
                .map(how -> "the callers hung: " + how);
    }

    private Optional<String> gap(List<TestResult> results) {
        if (planned == 0 || results.size() != planned) {
            return Optional.of(results.size() + " of " + planned + " forks gave a result");
        }
        return results.stream()
                .filter(result -> result.status() != Status.NORMAL || result.getTotalCount() == 0)
                .findFirst()
                .map(result -> "a fork ended with " + result.status() + " and " + result.getTotalCount() + " samples: "
                        + firstMessage(result));
    }

    private static String firstMessage(TestResult result) {
        return Stream.of(result.getMessages(), result.getVmErr(), result.getVmOut())
                .flatMap(List::stream)
                .limit(3)
                .map(String::strip)
                .reduce((one, next) -> one + " | " + next)
                .orElse("it said nothing");
    }

    /** Adds the forks up: every outcome that was seen, and every one with a name that was not. */
    private static List<Outcome> outcomes(List<TestResult> results) {
        Map<String, Outcome> byAnswers = new TreeMap<>();
        for (TestResult result : results) {
            for (GradingResult graded : result.grading().gradingResults.values()) {
                byAnswers.merge(graded.id, outcome(graded), HazardJudge::added);
            }
        }
        return new ArrayList<>(byAnswers.values());
    }

    private static Outcome outcome(GradingResult graded) {
        boolean legal = graded.expect == Expect.ACCEPTABLE || graded.expect == Expect.ACCEPTABLE_INTERESTING;
        return new Outcome(graded.id, legal, graded.description == null ? "" : graded.description, graded.count);
    }

    private static Outcome added(Outcome one, Outcome other) {
        return new Outcome(one.answers(), one.legal(), one.meaning(), one.count() + other.count());
    }
}
