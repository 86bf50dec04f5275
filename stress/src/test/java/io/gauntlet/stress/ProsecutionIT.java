package io.gauntlet.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.contract.ContractTrial;
import io.gauntlet.stress.contract.DifferentialTrial;
import io.gauntlet.stress.lincheck.LincheckTrial;
import io.gauntlet.stress.smoke.SmokeTrial;
import io.gauntlet.stress.soak.SoakTrial;
import io.gauntlet.stress.trial.Prosecution;
import io.gauntlet.stress.trial.ProsecutionSettings;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every checker on every subject, each in a JVM of its own, two at a time: strategies must pass, and known-bad code must be
 * caught by the checkers that are there to catch it.
 *
 * <p>One subject and one checker: {@code mvn verify -pl stress -am -Dgauntlet.subjects=STAMPED_LOCK
 * -Dgauntlet.checkers=LINCHECK_MODEL_CHECKING}. From an IDE: run this class with the same two properties.
 */
class ProsecutionIT {

    private static final int JVMS_AT_A_TIME = 2;

    private final List<Prosecution> started = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> everyChecker_everySubject_endsAsExpected() {
        ProsecutionSettings settings = ProsecutionSettings.read(System.getProperties());
        List<TrialArguments> checks = settings.checkers().stream()
                .flatMap(checker -> settings.subjects().stream()
                        .map(subject -> new TrialArguments(
                                subject, checker, settings.budget(), settings.seed(), settings.evidenceFolder())))
                .toList();
        Prosecution prosecution = new Prosecution(JVMS_AT_A_TIME, ProsecutionIT::program, System.out);
        started.add(prosecution);
        List<CompletableFuture<CheckEvidence>> evidence = prosecution.start(checks);
        long bound = settings.budget()
                .timeLimit()
                .plusMinutes(1)
                .multipliedBy(checks.size())
                .toSeconds();
        return IntStream.range(0, checks.size())
                .mapToObj(index -> dynamicTest(
                        checks.get(index).checker() + " on " + checks.get(index).subject(),
                        () -> assertAsExpected(
                                checks.get(index), evidence.get(index).get(bound, TimeUnit.SECONDS))));
    }

    static TrialProgram program(TrialArguments check) {
        return switch (check.checker()) {
            case CONTRACT -> ContractTrial.program();
            case DIFFERENTIAL -> DifferentialTrial.program();
            case SMOKE -> SmokeTrial.program();
            case SOAK_PLATFORM, SOAK_VIRTUAL -> SoakTrial.program();
            case LINCHECK_MODEL_CHECKING, LINCHECK_STRESS -> LincheckTrial.program(check.checker());
        };
    }

    private static void assertAsExpected(TrialArguments check, CheckEvidence evidence) {
        Verdict[] allowed = allowed(check);
        assertThat(evidence.verdict())
                .as("%s on %s: %s%n%s", evidence.checker(), evidence.subject(), evidence.reason(), evidence.witness())
                .isIn((Object[]) allowed);
        if (evidence.verdict() == Verdict.FAILED) {
            assertThat(evidence.witness()).as("a failure shows what it saw").isNotBlank();
        }
    }

    private static Verdict[] allowed(TrialArguments check) {
        if (Runtime.version().feature() < check.checker().minimumJdk()) {
            return new Verdict[] {Verdict.NOT_RUN};
        }
        return switch (check.subject().expectedUnder(check.checker())) {
            case PASSES -> new Verdict[] {Verdict.PASSED};
            case FAILS -> new Verdict[] {Verdict.FAILED};
            case MAY_FAIL -> new Verdict[] {Verdict.PASSED, Verdict.FAILED};
        };
    }

    @AfterEach
    void endWhatStillRuns() {
        started.forEach(Prosecution::close);
    }
}
