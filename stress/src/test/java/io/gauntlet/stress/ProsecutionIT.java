package io.gauntlet.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.trial.Prosecution;
import io.gauntlet.stress.trial.ProsecutionSettings;
import io.gauntlet.stress.trial.TrialArguments;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The strategies on trial: every checker on each, every check in a JVM of its own, two at a time. All must pass. That the
 * checkers would have noticed is shown by {@link MuseumIT}.
 *
 * <p>One subject and one checker: {@code mvn verify -pl stress -am -Dgauntlet.subjects=STAMPED_LOCK
 * -Dgauntlet.checkers=LINCHECK_HAZARDS}. From an IDE: run this class with the same two properties.
 */
class ProsecutionIT {

    private static final int JVMS_AT_A_TIME = 2;

    private final Prosecution prosecution = prosecution();

    @TestFactory
    Stream<DynamicTest> everyChecker_everyStrategy_passes() {
        ProsecutionSettings settings = ProsecutionSettings.read(System.getProperties());
        List<TrialArguments> checks = settings.checkers().stream()
                .flatMap(checker -> settings.subjects().stream()
                        .filter(subject -> !subject.isKnownBad())
                        .map(subject -> new TrialArguments(
                                subject, checker, settings.budget(), settings.seed(), settings.evidenceFolder())))
                .toList();
        List<CompletableFuture<CheckEvidence>> evidence = prosecution.start(checks);
        long bound = boundSeconds(settings, checks.size());
        return IntStream.range(0, checks.size())
                .mapToObj(index -> dynamicTest(
                        checks.get(index).checker() + " on " + checks.get(index).subject(),
                        () -> assertPassed(evidence.get(index).get(bound, TimeUnit.SECONDS))));
    }

    static Prosecution prosecution() {
        return new Prosecution(JVMS_AT_A_TIME, check -> Programs.of(check.checker()), System.out);
    }

    static long boundSeconds(ProsecutionSettings settings, int checks) {
        return settings.budget().timeLimit().plusMinutes(1).multipliedBy(checks).toSeconds();
    }

    private static void assertPassed(CheckEvidence evidence) {
        Verdict expected =
                Runtime.version().feature() < evidence.checker().minimumJdk() ? Verdict.NOT_RUN : Verdict.PASSED;
        assertThat(evidence.verdict())
                .as("%s on %s: %s%n%s", evidence.checker(), evidence.subject(), evidence.reason(), evidence.witness())
                .isEqualTo(expected);
    }

    @AfterEach
    void endWhatStillRuns() {
        prosecution.close();
    }
}
