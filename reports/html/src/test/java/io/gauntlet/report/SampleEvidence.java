package io.gauntlet.report;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.CheckEvidence.Canary;
import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Expectation;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.MuseumEvidence;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Made-up evidence in two folders, as a flawless run would leave it; tests then spoil what they are about. */
public final class SampleEvidence {

    /** The fingerprint that the sample's evidence names. */
    public static final String SHA = "5a".repeat(32);

    /** A text that is harmless only where it is text. */
    public static final String SCRIPT = "<script>alert(1)</script>";

    private static final String JDK_21 = "21.0.9+10 (Example, OpenJDK 64-Bit Server VM)";
    private static final long SEED = 20261124;

    private final Path proofs;
    private final Path measurements;
    private Provenance provenance = provenance("17.0.15+6 (Example, OpenJDK 64-Bit Server VM)", SHA);

    private SampleEvidence(Path folder) {
        this.proofs = folder.resolve("stress/target/evidence");
        this.measurements = folder.resolve("benchmarks/target/evidence");
    }

    /** Writes everything: all strategies pass on a JDK 21, every exhibit fares as it must, all is measured. */
    public static SampleEvidence complete(Path folder) {
        SampleEvidence sample = new SampleEvidence(folder).onJdk(JDK_21);
        try {
            for (Path evidence : sample.folders()) {
                Files.createDirectories(evidence);
            }
            for (Map.Entry<String, String> file : Complete.PROOFS.entrySet()) {
                Files.writeString(sample.proofs.resolve(file.getKey()), file.getValue());
            }
            Files.writeString(sample.measurements.resolve(EvidenceFiles.MEASUREMENT_FILE), Complete.MEASUREMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sample;
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

    /** Writes a check of known-bad code, and nothing into the museum. */
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
                check.canary(),
                check.effort(),
                check.hazards(),
                check.witness(),
                check.replay(),
                check.seconds(),
                check.provenance()));
    }

    /** Writes the museum with {@code change} made to its exhibits, and the first try of each. */
    public SampleEvidence tour(UnaryOperator<List<ExhibitResult>> change) {
        List<ExhibitResult> exhibits = change.apply(SampleMuseum.exhibits());
        exhibits.forEach(exhibit ->
                exhibit.trials().forEach(result -> knownBad(result.checker(), exhibit.name(), firstTry(result))));
        return museum(/* complete= */ true, exhibits);
    }

    /** Writes the museum with other tries of one exhibit by one checker, and the first of them. */
    public SampleEvidence tour(String exhibit, Checker checker, Expectation expectation, int caught, int notRun) {
        CheckerResult other = SampleMuseum.result(checker, expectation, caught, notRun, /* seconds= */ 2.1);
        knownBad(checker, exhibit, firstTry(other));
        return museum(
                /* complete= */ true,
                SampleMuseum.exhibits().stream()
                        .map(found -> found.name().equals(exhibit) ? with(found, other) : found)
                        .toList());
    }

    /** Writes the museum and no check. */
    public SampleEvidence museum(boolean complete, List<ExhibitResult> exhibits) {
        EvidenceFiles.write(proofs, new MuseumEvidence("quick", SEED, complete, 1_203.4, exhibits, provenance));
        return this;
    }

    private static ExhibitResult with(ExhibitResult exhibit, CheckerResult other) {
        return new ExhibitResult(
                exhibit.name(),
                exhibit.happenedIn(),
                exhibit.links(),
                exhibit.whatWentWrong(),
                exhibit.trials().stream()
                        .map(result -> result.checker() == other.checker() ? other : result)
                        .toList());
    }

    private static Verdict firstTry(CheckerResult result) {
        if (result.notRun() > 0) {
            return Verdict.NOT_RUN;
        }
        return result.caught() > 0 ? Verdict.FAILED : Verdict.PASSED;
    }

    public SampleEvidence measure(String budget, boolean complete) {
        return measure(run -> new MeasurementEvidence(
                budget,
                run.seed(),
                complete,
                run.sittings(),
                run.regimes(),
                run.costs(),
                run.growth(),
                run.latency(),
                run.provenance()));
    }

    public SampleEvidence measure(UnaryOperator<MeasurementEvidence> change) {
        EvidenceFiles.write(measurements, change.apply(SampleMeasurement.complete(provenance)));
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
            case HISTORY_PLATFORM, HISTORY_VIRTUAL -> {
                effort.put("callers", 128L);
                effort.put("windows judged", 100L);
                effort.put("calls judged", 102_600L);
            }
            case FAULTS -> {
                effort.put("callers", 128L);
                effort.put("faults", 7L);
                effort.put("interrupted: interrupts", 3_000L + random.nextInt(2_000));
            }
            case LINCHECK_HAZARDS, LINCHECK_RANDOM, LINCHECK_STRESS -> {
                effort.put("scenarios", 16L);
                effort.put("invocations", 14_000L);
            }
            case JCSTRESS -> {
                effort.put("hazards", 18L);
                effort.put("samples", 1_300_000L + random.nextInt(100_000));
            }
        }
        return new CheckEvidence(
                checker,
                subject,
                /* knownBad= */ false,
                verdict,
                reason,
                verdict == Verdict.NOT_RUN
                        ? null
                        : new Canary("a planted race: \"false, false\" 402 times", 0.2 + random.nextInt(30) / 100.0),
                effort,
                checker == Checker.JCSTRESS && verdict == Verdict.PASSED ? SampleHazards.passed(subject) : List.of(),
                witness,
                "mvn verify -pl stress -am -Dgauntlet.strategies=" + subject,
                0.5 + random.nextInt(200) / 10.0,
                provenance);
    }

    /** Writes a check by jcstress that ended like this and saw these hazards. */
    public SampleEvidence hazards(String subject, Verdict verdict, String reason, List<HazardResult> hazards) {
        CheckEvidence check = check(Checker.JCSTRESS, subject, verdict, reason, "");
        return write(new CheckEvidence(
                check.checker(),
                check.subject(),
                check.knownBad(),
                check.verdict(),
                check.reason(),
                new Canary("a planted race", 0.3),
                check.effort(),
                hazards,
                check.witness(),
                check.replay(),
                check.seconds(),
                check.provenance()));
    }

    private SampleEvidence write(CheckEvidence evidence) {
        EvidenceFiles.write(proofs, evidence);
        return this;
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

    /** The proofs of a flawless run by file name, made once: each of them passes a schema, and there are hundreds. */
    private static final class Complete {

        static final Map<String, String> PROOFS = make();
        static final String MEASUREMENT = measurement();

        private static String measurement() {
            try {
                Path folder = Files.createTempDirectory("sample-evidence");
                Path file = EvidenceFiles.write(folder, SampleMeasurement.complete(provenance(JDK_21, SHA)));
                String json = Files.readString(file);
                Files.delete(file);
                Files.delete(folder);
                return json;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, String> make() {
            try {
                Path folder = Files.createTempDirectory("sample-evidence");
                SampleEvidence sample = new SampleEvidence(folder).onJdk(JDK_21);
                for (CoordinatorStrategy strategy : CoordinatorStrategy.values()) {
                    for (Checker checker : Checker.values()) {
                        sample.pass(checker, strategy.name());
                    }
                }
                sample.tour(exhibits -> exhibits);
                Map<String, String> files = new TreeMap<>();
                try (Stream<Path> written = Files.walk(folder)) {
                    for (Path file : written.sorted(Comparator.reverseOrder()).toList()) {
                        if (Files.isRegularFile(file)) {
                            files.put(file.getFileName().toString(), Files.readString(file));
                        }
                        Files.delete(file);
                    }
                }
                return Map.copyOf(files);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
