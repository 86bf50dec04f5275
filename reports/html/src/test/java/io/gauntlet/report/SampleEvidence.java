package io.gauntlet.report;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.MeasurementEvidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence.ThroughputResult;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Made-up evidence in two folders, as a flawless run would leave it; tests then spoil what they are about. */
public final class SampleEvidence {

    /** The fingerprint that the sample's evidence names. */
    public static final String SHA = "5a".repeat(32);

    /** A text that is harmless only where it is text. */
    public static final String SCRIPT = "<script>alert(1)</script>";

    private static final long SEED = 20261124;
    private static final List<Integer> READ_PERCENTS = List.of(100, 99, 90, 50);

    private final Path proofs;
    private final Path measurements;
    private Provenance provenance = provenance("17.0.15+6 (Example, OpenJDK 64-Bit Server VM)", SHA);

    private SampleEvidence(Path folder) {
        this.proofs = folder.resolve("stress/target/evidence");
        this.measurements = folder.resolve("benchmarks/target/evidence");
    }

    /** Writes everything: all strategies pass on a JDK 21, all expectations are met, all is measured. */
    public static SampleEvidence complete(Path folder) {
        SampleEvidence sample = new SampleEvidence(folder).onJdk("21.0.9+10 (Example, OpenJDK 64-Bit Server VM)");
        for (CoordinatorStrategy strategy : CoordinatorStrategy.values()) {
            for (Checker checker : Checker.values()) {
                sample.pass(checker, strategy.name());
            }
        }
        sample.knownBad(Checker.SMOKE, "BrokenLockPerField", Verdict.PASSED);
        sample.knownBad(Checker.SMOKE, "BrokenLockOrder", Verdict.PASSED);
        sample.knownBad(Checker.SOAK_PLATFORM, "BrokenLockPerField", Verdict.FAILED);
        sample.knownBad(Checker.SOAK_PLATFORM, "BrokenLockOrder", Verdict.FAILED);
        sample.knownBad(Checker.LINCHECK_MODEL_CHECKING, "BrokenLockPerField", Verdict.FAILED);
        sample.knownBad(Checker.LINCHECK_MODEL_CHECKING, "BrokenLockOrder", Verdict.FAILED);
        return sample.measure("quick", /* complete= */ true);
    }

    /** Writes nothing. */
    public static SampleEvidence empty(Path folder) {
        return new SampleEvidence(folder);
    }

    public List<Path> folders() {
        return List.of(proofs, measurements);
    }

    public Path proofs() {
        return proofs;
    }

    public Path measurements() {
        return measurements;
    }

    /** What is written from now on names this JDK. */
    public SampleEvidence onJdk(String jdk) {
        provenance = provenance(jdk, provenance.classesSha256());
        return this;
    }

    /** What is written from now on names these classes. */
    public SampleEvidence ofClasses(String sha) {
        provenance = provenance(provenance.jdk(), sha);
        return this;
    }

    public SampleEvidence pass(Checker checker, String subject) {
        return write(check(checker, subject, Verdict.PASSED, "", ""));
    }

    public SampleEvidence fail(Checker checker, String subject, String reason, String witness) {
        return write(check(checker, subject, Verdict.FAILED, reason, witness));
    }

    public SampleEvidence notRun(Checker checker, String subject, String reason) {
        return write(check(checker, subject, Verdict.NOT_RUN, reason, ""));
    }

    public SampleEvidence knownBad(Checker checker, String subject, Verdict verdict) {
        CheckEvidence check = check(
                checker,
                subject,
                verdict,
                verdict == Verdict.PASSED ? "" : "the snapshot names session s-2, which is gone",
                verdict == Verdict.FAILED ? trace() : "");
        return write(new CheckEvidence(
                check.checker(),
                check.subject(),
                /* knownBad= */ true,
                check.verdict(),
                check.reason(),
                check.effort(),
                check.witness(),
                check.replay(),
                check.seconds(),
                check.provenance()));
    }

    public SampleEvidence measure(String budget, boolean complete) {
        return measure(run -> new MeasurementEvidence(
                budget,
                run.callers(),
                run.sessions(),
                run.seed(),
                complete,
                run.seconds(),
                run.results(),
                run.provenance()));
    }

    public SampleEvidence measure(UnaryOperator<MeasurementEvidence> change) {
        EvidenceFiles.write(
                measurements,
                change.apply(new MeasurementEvidence(
                        "quick", 128, 10, SEED, /* complete= */ true, 431.7, results(), provenance)));
        return this;
    }

    /** Puts {@code content} into the place of a check's evidence. */
    public Path damage(Checker checker, String subject, String content) {
        try {
            return Files.writeString(proofs.resolve(EvidenceFiles.checkFileName(checker, subject)), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path remove(Checker checker, String subject) {
        try {
            Path file = proofs.resolve(EvidenceFiles.checkFileName(checker, subject));
            Files.delete(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CheckEvidence check(Checker checker, String subject, Verdict verdict, String reason, String witness) {
        TreeMap<String, Long> effort = new TreeMap<>();
        Random random = new Random(SEED + checker.ordinal() * 31L + subject.hashCode());
        switch (checker) {
            case CONTRACT -> effort.put("tests", 96L);
            case DIFFERENTIAL -> effort.put("operations", 20_000L);
            case SMOKE -> effort.put("tasks", 300L);
            case SOAK_PLATFORM, SOAK_VIRTUAL -> {
                effort.put("callers", 128L);
                effort.put("operations", 900_000L + random.nextInt(700_000));
                effort.put("snapshots checked", 80_000L + random.nextInt(50_000));
            }
            case LINCHECK_MODEL_CHECKING, LINCHECK_STRESS -> {
                effort.put("hazard scenarios", 8L);
                effort.put("random scenarios", 20L);
                effort.put("invocations", 14_000L);
            }
        }
        return new CheckEvidence(
                checker,
                subject,
                /* knownBad= */ false,
                verdict,
                reason,
                effort,
                witness,
                "mvn verify -pl stress -am -Dgauntlet.strategies=" + subject,
                0.5 + random.nextInt(200) / 10.0,
                provenance);
    }

    private SampleEvidence write(CheckEvidence evidence) {
        EvidenceFiles.write(proofs, evidence);
        return this;
    }

    private static List<ThroughputResult> results() {
        Random random = new Random(SEED);
        double[][] ratios = {
            {0.93, 1.0, 0.31, 1.9, 4.6, 5.2, 5.4},
            {0.95, 1.0, 0.30, 1.4, 3.9, 4.1, 4.4},
            {0.98, 1.0, 0.31, 0.8, 1.7, 1.2, 1.6},
            {1.01, 1.0, 0.33, 0.6, 0.97, 0.55, 0.84}
        };
        List<ThroughputResult> results = new ArrayList<>();
        for (int mix = 0; mix < READ_PERCENTS.size(); mix++) {
            int readPercent = READ_PERCENTS.get(mix);
            for (CoordinatorStrategy strategy : CoordinatorStrategy.values()) {
                double ratio = ratios[mix][strategy.ordinal() % ratios[mix].length];
                double ops = ratio * (7.4e6 - 1e6 * mix) * (0.99 + random.nextDouble() / 50);
                double spread = 0.02 + random.nextDouble() * 0.06;
                boolean mutex = strategy == CoordinatorStrategy.MUTEX;
                results.add(result(
                        strategy.name(),
                        readPercent,
                        ops,
                        spread,
                        mutex
                                ? new Interval(1, 1, 1)
                                : new Interval(ratio, ratio * (1 - spread), ratio * (1 + spread))));
            }
        }
        results.add(result(MeasurementEvidence.CEILING, 100, 61.5e6, 0.03, null));
        return results;
    }

    private static ThroughputResult result(String subject, int readPercent, double ops, double spread, Interval ratio) {
        double reads = ops * readPercent / 100;
        double writes = ops * (100 - readPercent) / 100;
        return new ThroughputResult(
                subject,
                readPercent,
                /* forks= */ 5,
                /* iterations= */ 3,
                new Interval(ops, ops * (1 - spread), ops * (1 + spread)),
                reads,
                writes,
                reads + writes * 0.72,
                ratio);
    }

    private static String trace() {
        return "= Invalid execution results =\n"
                + "| ------------------------------------ |\n"
                + "|      Thread 1      |     Thread 2     |\n"
                + "| ------------------------------------ |\n"
                + "| closeSession(s-2)  | activeSessionId  |\n"
                + "|   sessions.remove  |                  |\n"
                + "|   switch           |                  |\n"
                + "|                    |   active: s-2    |\n"
                + "|   active := s-1    |                  |\n"
                + "| ------------------------------------ |\n";
    }

    private static Provenance provenance(String jdk, String sha) {
        return new Provenance(
                "Example CPU @ 3 GHz, Linux 6.1",
                2,
                24_576,
                jdk,
                "528d9271c0ffee528d9271c0ffee528d9271c0ff",
                "mvn verify -Pcompare",
                "2026-11-24T00:00:00Z",
                sha);
    }
}
