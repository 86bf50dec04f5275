package io.gauntlet.stress.again;

import io.gauntlet.stress.again.TestOutcome.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one repetition.
 *
 * @param outcomes of the tests that left a report
 * @param trouble why not all tests can have run; absent where they have
 */
record RepetitionResult(Repetition repetition, List<TestOutcome> outcomes, Optional<String> trouble, Duration took) {

    /** Stands for whatever kept tests from running. */
    static final String THE_BUILD = "the build";

    RepetitionResult {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Judges a repetition that has ended. Red tests do not end Maven, so any other exit status than 0 says that something did
     * not run: a JVM that died, a module that was left out.
     *
     * @param unreadable names the reports that could not be read
     * @param log searched for a reason
     */
    static RepetitionResult judge(
            Repetition repetition,
            ChildEnd end,
            List<TestOutcome> outcomes,
            List<String> unreadable,
            List<String> log,
            Duration took) {
        return new RepetitionResult(repetition, outcomes, trouble(end, outcomes, unreadable, log), took);
    }

    private static Optional<String> trouble(
            ChildEnd end, List<TestOutcome> outcomes, List<String> unreadable, List<String> log) {
        if (end instanceof ChildEnd.TimedOut late) {
            return Optional.of("ended after its limit of " + late.limit().toMinutes() + " min; the last of its log: "
                    + (log.isEmpty() ? "nothing" : log.get(log.size() - 1)));
        }
        if (end instanceof ChildEnd.Exited exited && exited.status() != 0) {
            return Optional.of("Maven ended with exit status " + exited.status() + ": " + MavenLog.reason(log));
        }
        if (!unreadable.isEmpty()) {
            return Optional.of("unreadable reports: " + String.join(", ", unreadable));
        }
        if (outcomes.stream().allMatch(outcome -> outcome.is(Status.SKIPPED))) {
            return Optional.of("no test ran");
        }
        return Optional.empty();
    }

    /** Returns all that is red, each name once, {@link #THE_BUILD} first. */
    List<TestOutcome> red() {
        Stream<TestOutcome> build = trouble.map(why -> new TestOutcome(THE_BUILD, Status.RED, why)).stream();
        Map<String, TestOutcome> byName = new LinkedHashMap<>();
        Stream.concat(build, outcomes.stream().filter(outcome -> outcome.is(Status.RED)))
                .forEach(outcome -> byName.putIfAbsent(outcome.test(), outcome));
        return List.copyOf(byName.values());
    }

    /** Tells whether a test came to an end of its own. */
    boolean ran(String test) {
        return outcomes.stream().anyMatch(outcome -> outcome.test().equals(test) && !outcome.is(Status.SKIPPED));
    }

    boolean isRed() {
        return !red().isEmpty();
    }
}
