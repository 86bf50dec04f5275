package io.gauntlet.report;

import static io.gauntlet.evidence.Checker.CONTRACT;
import static io.gauntlet.evidence.Checker.DIFFERENTIAL;
import static io.gauntlet.evidence.Checker.JCSTRESS;
import static io.gauntlet.evidence.Checker.LINCHECK_HAZARDS;
import static io.gauntlet.evidence.Checker.LINCHECK_RANDOM;
import static io.gauntlet.evidence.Checker.LINCHECK_STRESS;
import static io.gauntlet.evidence.Checker.SOAK_PLATFORM;
import static io.gauntlet.evidence.Checker.SOAK_VIRTUAL;

import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Expectation;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Made-up outcomes of a tour of a museum as large as the real one, each as expected. */
public final class SampleMuseum {

    public static final int TRIES = 5;

    private static final long SEED = 20261124;
    private static final Set<Checker> LUCK =
            Set.of(SOAK_PLATFORM, SOAK_VIRTUAL, LINCHECK_RANDOM, LINCHECK_STRESS, JCSTRESS);

    private SampleMuseum() {}

    static List<ExhibitResult> exhibits() {
        return List.of(
                exhibit(
                        "BrokenLockPerField",
                        "the origin of this project, before its repair",
                        List.of(LINCHECK_HAZARDS)),
                exhibit(
                        "BrokenLockOrder",
                        "the origin of this project, a first attempt at its repair",
                        List.of(LINCHECK_HAZARDS, SOAK_PLATFORM, SOAK_VIRTUAL)),
                exhibit("BrokenRepair", "the origin of this project, after its repair", List.of(LINCHECK_HAZARDS)),
                exhibit(
                        "BrokenCleanup",
                        "the origin of this project, its clean-up of idle sessions",
                        List.of(CONTRACT, DIFFERENTIAL, LINCHECK_HAZARDS, JCSTRESS)),
                exhibit("BrokenSaveUnderLock", "the origin of this project, its save", List.of(CONTRACT)),
                exhibit("BrokenSaveOrder", "a project, issue 916", List.of(JCSTRESS), "a/project/issues/916"),
                exhibit(
                        "BrokenOptimisticFields",
                        "Example BookKeeper, issues 1606, 4316 and 4684",
                        List.of(LINCHECK_HAZARDS),
                        "example/bookkeeper/issues/1606",
                        "example/bookkeeper/issues/4316",
                        "example/bookkeeper/issues/4684"),
                exhibit(
                        "BrokenValidate",
                        "example/counters-benchmark, a widely quoted benchmark of StampedLock",
                        List.of(LINCHECK_HAZARDS),
                        "example/counters-benchmark/blob/master/src/main/java/com/example/tests/counters/implementations/"
                                + "OptimisticStamped.java"),
                exhibit(
                        "BrokenOptimisticHashMap",
                        "example/java-lock-bench, a benchmark of locks around a map",
                        List.of(LINCHECK_HAZARDS),
                        "example/java-lock-bench/blob/main/map/WithStampedLockOptimistic.java"),
                exhibit("BrokenTwoAtomics", "a project, issue 329", List.of(LINCHECK_HAZARDS), "a/project/issues/329"),
                exhibit(
                        "BrokenPublicationOrder",
                        "a project, pull request 4374; another, issue 2049",
                        List.of(LINCHECK_HAZARDS),
                        "a/project/pull/4374",
                        "another/project/issues/2049"),
                exhibit("BrokenPlainRoot", "a project, pull request 7508", List.of(JCSTRESS), "a/project/pull/7508"),
                exhibit("BrokenRetry", "a project, pull request 92", List.of(LINCHECK_HAZARDS), "a/project/pull/92"),
                exhibit(
                        "BrokenReadLock",
                        "a project, issue 59436; another, issue 1895; a third, issue 786",
                        List.of(LINCHECK_HAZARDS),
                        "a/project/issues/59436"),
                exhibit("BrokenCheckThenPut", "a project, pull request 16", List.of(LINCHECK_HAZARDS)),
                exhibit("BrokenLocalCopy", "a project, issue 31008", List.of(LINCHECK_HAZARDS)),
                exhibit("BrokenWakeUp", "a project, pull request 11453", List.of(LINCHECK_HAZARDS)),
                exhibit(
                        "BrokenUpgrade",
                        "a project, issue 1446; another, issue 35136",
                        List.of(LINCHECK_HAZARDS, SOAK_PLATFORM, SOAK_VIRTUAL)));
    }

    private static ExhibitResult exhibit(String name, String happenedIn, List<Checker> must, String... links) {
        Random random = new Random(SEED + name.hashCode());
        return new ExhibitResult(
                name,
                happenedIn,
                Stream.of(links).map(link -> "https://github.com/" + link).toList(),
                "The result of validating an optimistic read was counted, and the value returned either way. Readers got"
                        + " answers that mixed two states, and the benchmark got its numbers.",
                Arrays.stream(Checker.values())
                        .map(checker -> result(checker, must, random))
                        .toList());
    }

    private static CheckerResult result(Checker checker, List<Checker> must, Random random) {
        if (must.contains(checker)) {
            return result(checker, Expectation.FAILS, TRIES, 0, 0.004 + 3 * random.nextDouble());
        }
        return LUCK.contains(checker)
                ? result(checker, Expectation.MAY_FAIL, random.nextInt(TRIES + 1), 0, 25 * random.nextDouble())
                : result(checker, Expectation.PASSES, 0, 0, 0);
    }

    public static CheckerResult result(
            Checker checker, Expectation expectation, int caught, int notRun, double seconds) {
        return new CheckerResult(
                checker,
                expectation,
                TRIES,
                caught,
                notRun,
                caught == 0 ? null : seconds,
                caught + notRun == 0 ? "" : "Snapshot: the active id \"s-2\" names no open session");
    }
}
