package io.gauntlet.stress.again;

import io.gauntlet.stress.again.TestOutcome.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each test was red. */
record RedCounts(List<RepetitionResult> results) {

    /**
     * A test of some kind.
     *
     * @param name of the test, or {@link RepetitionResult#THE_BUILD}
     */
    record Test(Kind kind, String name) {}

    /**
     * When and why a test was red or skipped.
     *
     * @param when the repetitions, in their order
     * @param message of the first of them
     */
    record Found(Test test, List<Repetition> when, String message) {

        long under(Condition condition) {
            return when.stream()
                    .filter(repetition -> repetition.condition() == condition)
                    .count();
        }
    }

    RedCounts {
        results = List.copyOf(results);
    }

    /** Returns those that ended of a kind, under a condition. */
    List<RepetitionResult> results(Condition condition, Kind kind) {
        return results.stream()
                .filter(result -> result.repetition().condition() == condition
                        && result.repetition().kind() == kind)
                .toList();
    }

    /** Returns in how many repetitions a test ran, under a condition; the build runs in each. */
    long ran(Test test, Condition condition) {
        return results(condition, test.kind()).stream()
                .filter(result -> test.name().equals(RepetitionResult.THE_BUILD) || result.ran(test.name()))
                .count();
    }

    /** Returns how many repetitions were red. */
    long redRepetitions() {
        return results.stream().filter(RepetitionResult::isRed).count();
    }

    /** Returns all that was red at least once, the most frequent first. */
    List<Found> red() {
        Map<Test, Found> found = new LinkedHashMap<>();
        for (RepetitionResult result : results) {
            result.red().forEach(outcome -> add(found, result.repetition(), outcome));
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Found one) -> -one.when().size()))
                .toList();
    }

    /** Returns all that was skipped at least once. */
    List<Found> skipped() {
        Map<Test, Found> found = new LinkedHashMap<>();
        for (RepetitionResult result : results) {
            result.outcomes().stream()
                    .filter(outcome -> outcome.is(Status.SKIPPED))
                    .forEach(outcome -> add(found, result.repetition(), outcome));
        }
        return List.copyOf(found.values());
    }

    private static void add(Map<Test, Found> found, Repetition repetition, TestOutcome outcome) {
        Test test = new Test(repetition.kind(), outcome.test());
        Found before = found.getOrDefault(test, new Found(test, List.of(), outcome.message()));
        if (before.when().contains(repetition)) {
            return;
        }
        List<Repetition> when = new ArrayList<>(before.when());
        when.add(repetition);
        found.put(test, new Found(test, List.copyOf(when), before.message()));
    }
}
