package io.gauntlet.report.trial;

import static io.gauntlet.report.trial.Expectation.CATCH;
import static io.gauntlet.report.trial.Expectation.MISS;

import io.gauntlet.evidence.Checker;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Code that is wrong on purpose, and which checker must catch it: the one table of these expectations. */
enum KnownBad {
    LOCK_PER_FIELD(
            "BrokenLockPerField",
            "one lock per field, released in between",
            Map.of(Checker.SMOKE, MISS, Checker.LINCHECK_MODEL_CHECKING, CATCH)),
    LOCK_ORDER(
            "BrokenLockOrder",
            "one lock per field, taken in opposite orders",
            Map.of(Checker.SOAK_PLATFORM, CATCH, Checker.LINCHECK_MODEL_CHECKING, CATCH));

    private final String subject;
    private final String flaw;
    private final Map<Checker, Expectation> expectations;

    KnownBad(String subject, String flaw, Map<Checker, Expectation> expectations) {
        this.subject = subject;
        this.flaw = flaw;
        this.expectations = Map.copyOf(expectations);
    }

    String subject() {
        return subject;
    }

    String flaw() {
        return flaw;
    }

    Expectation expectation(Checker checker) {
        return expectations.getOrDefault(checker, Expectation.EITHER);
    }

    static Optional<KnownBad> named(String subject) {
        return Arrays.stream(values())
                .filter(code -> code.subject.equals(subject))
                .findFirst();
    }
}
