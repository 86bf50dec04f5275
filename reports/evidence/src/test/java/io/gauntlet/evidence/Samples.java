package io.gauntlet.evidence;

import io.gauntlet.evidence.CheckEvidence.Canary;
import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.CheckEvidence.Outcome;
import io.gauntlet.evidence.LatencyResult.Distribution;
import io.gauntlet.evidence.LatencyResult.Kind;
import io.gauntlet.evidence.LatencyResult.Percentile;
import io.gauntlet.evidence.LatencyResult.Source;
import io.gauntlet.evidence.LatencyResult.View;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Fairness;
import io.gauntlet.evidence.RegimeResult.Role;
import io.gauntlet.evidence.RegimeResult.Settled;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
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

    /** Returns a measurement whose first entry of each kind has everything, and whose second has all that may be absent absent. */
    static MeasurementEvidence measurement() {
        return new MeasurementEvidence(
                "quick",
                20261124,
                /* complete= */ true,
                List.of(
                        new Sitting(
                                "2026-11-24T00:00:00Z",
                                201.25,
                                30,
                                2.0,
                                "performance",
                                0.25,
                                0.5,
                                90.5,
                                "G1",
                                List.of("-Xmx2g")),
                        new Sitting("2026-11-24T01:00:00Z", 100, 0, null, null, null, null, null, "G1", List.of())),
                List.of(
                        new RegimeResult(
                                new Regime(128, CallerThreads.PLATFORM, 0, 90, 10),
                                new Interval(1.01, 0.97, 1.04),
                                List.of(faster("LOCK_FREE"), lonely(MeasurementEvidence.YARDSTICK, judged(1)))),
                        new RegimeResult(
                                new Regime(128, CallerThreads.VIRTUAL, 8, 100, 10),
                                null,
                                List.of(lonely(MeasurementEvidence.CEILING, notJudged())))),
                List.of(
                        new CostResult("getSession", "MUTEX", 10, 3, 41.5, new Interval(41.5, 40.5, 43), 24),
                        new CostResult("getSession", "MUTEX", 100, 1, 42.5, null, 0)),
                List.of(new GrowthResult("getSession", "MUTEX", 10, 10_000, new Interval(0.02, -0.01, 0.05))),
                List.of(latency(50, ""), latency(90, "the backlog grew to 12 s")),
                PROVENANCE);
    }

    static Distribution distribution(List<Percentile> percentiles) {
        return new Distribution(Source.SUBJECT, Kind.READ, View.SINCE_DUE, 1_000, percentiles);
    }

    private static ThroughputResult faster(String subject) {
        return new ThroughputResult(
                subject,
                3,
                5,
                2e6,
                new Interval(2e6, 1.9e6, 2.2e6),
                1.8e6,
                0.2e6,
                1.95e6,
                new Settled(1, 2, 3, List.of("iterations rose by 23 % on the whole")),
                new Comparison(new Interval(2.5, 2.25, 2.75), 0.006, Speed.FASTER),
                List.of(MeasurementEvidence.YARDSTICK),
                List.of(new Fairness(Role.ALIKE, 128, 0.75, 0.96, 12.5, 25.5)),
                judged(3));
    }

    private static ThroughputResult lonely(String subject, JudgedCalls judged) {
        return new ThroughputResult(
                subject,
                1,
                5,
                0.8e6,
                null,
                0.72e6,
                0.08e6,
                0.75e6,
                Settled.ALL,
                null,
                List.of(),
                List.of(new Fairness(Role.READER, 120, 0.75, 0.96, 12.5, null)),
                judged);
    }

    static JudgedCalls judged(int forks) {
        return new JudgedCalls(forks, forks, forks, 0, "", 18L * forks, 9_216L * forks, 7_000L * forks, 1.5e6, 0.75);
    }

    static JudgedCalls notJudged() {
        return new JudgedCalls(1, 0, 0, 0, "no window was recorded", 0, 0, 0, null, null);
    }

    private static LatencyResult latency(int loadPercent, String whyNot) {
        return new LatencyResult(
                "MUTEX",
                128,
                CallerThreads.PLATFORM,
                90,
                10,
                loadPercent,
                3,
                1e6,
                1e6 * loadPercent / 100,
                1e6 * loadPercent / 101,
                whyNot.isEmpty(),
                whyNot,
                whyNot.isEmpty()
                        ? List.of(distribution(List.of(new Percentile(50, 12.5), new Percentile(100, 25_000))))
                        : List.of(),
                judged(3));
    }
}
