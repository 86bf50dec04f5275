package io.gauntlet.evidence;

import io.gauntlet.evidence.CheckEvidence.Canary;
import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.CheckEvidence.Outcome;
import io.gauntlet.evidence.MeasurementEvidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence.ThroughputResult;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evidence as the checkers and the stopwatch would write it. */
final class Samples {

    static final Provenance PROVENANCE = new Provenance(
            "Example CPU, Linux 6.1",
            2,
            24_000,
            "17.0.15+6 (Example, OpenJDK 64-Bit Server VM)",
            "0123456789abcdef0123456789abcdef01234567-dirty",
            "mvn verify",
            "2026-11-24T00:00:00Z",
            "0".repeat(64));

    private Samples() {}

    static CheckEvidence check() {
        return check("MUTEX", "", "");
    }

    /** Returns the check of {@link #check()} with another verdict and what it rests on. */
    static CheckEvidence check(
            Verdict verdict, @Nullable Canary canary, Map<String, Long> effort, List<HazardResult> hazards) {
        CheckEvidence check = check();
        return new CheckEvidence(
                check.checker(),
                check.subject(),
                check.knownBad(),
                verdict,
                verdict == Verdict.PASSED ? "" : "a reason",
                canary,
                new TreeMap<>(effort),
                hazards,
                check.witness(),
                check.replay(),
                check.seconds(),
                check.provenance());
    }

    static CheckEvidence check(String subject, String reason, String witness) {
        return new CheckEvidence(
                Checker.LINCHECK_STRESS,
                subject,
                /* knownBad= */ false,
                reason.isEmpty() ? Verdict.PASSED : Verdict.FAILED,
                reason,
                new Canary("a planted race of two increments", 0.25),
                new TreeMap<>(Map.of("scenarios", 40L, "invocations", 20_000L)),
                reason.isEmpty() ? List.of(hazard(Verdict.PASSED), hazard(Verdict.NOT_RUN)) : List.of(),
                witness,
                "mvn verify -Dgauntlet.strategies=MUTEX",
                12.5,
                PROVENANCE);
    }

    static HazardResult hazard(Verdict verdict) {
        boolean played = verdict != Verdict.NOT_RUN;
        return new HazardResult(
                "CLOSE_VERSUS_SWITCH",
                verdict,
                verdict == Verdict.PASSED ? "" : "needs 4 cores",
                played ? 1 : 0,
                played ? 1_000 : 0,
                1.5,
                List.of(new Outcome("closed, switched, a", /* legal= */ true, "switch, then close", 1_000)),
                "java -jar jcstress.jar -t CloseVersusSwitch");
    }

    static MuseumEvidence museum() {
        return new MuseumEvidence(
                "quick",
                20261124,
                /* complete= */ true,
                60.5,
                List.of(new ExhibitResult(
                        "BrokenRetry",
                        "a project, issue 1",
                        List.of("https://example.org/1"),
                        "The root is read twice. The second one is not the first.",
                        List.of(
                                new CheckerResult(
                                        Checker.LINCHECK_HAZARDS,
                                        Expectation.FAILS,
                                        5,
                                        5,
                                        0,
                                        1.25,
                                        "Invalid execution"),
                                new CheckerResult(Checker.SMOKE, Expectation.PASSES, 5, 0, 0, null, "")))),
                PROVENANCE);
    }

    static MeasurementEvidence measurement() {
        return new MeasurementEvidence(
                "quick",
                128,
                10,
                20261124,
                /* complete= */ true,
                301.25,
                List.of(
                        result("MUTEX", 100, new Interval(1, 1, 1)),
                        result("MUTEX", 90, new Interval(1, 1, 1)),
                        result(MeasurementEvidence.CEILING, 100, null)),
                PROVENANCE);
    }

    private static ThroughputResult result(String subject, int readPercent, Interval ratio) {
        return new ThroughputResult(
                subject, readPercent, 3, 5, new Interval(2e6, 1.9e6, 2.2e6), 1.8e6, 0.2e6, 1.95e6, ratio);
    }
}
