package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import io.gauntlet.evidence.Sitting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final int FORKS = 17;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void comparison_whenEveryForkIsMeasured_leavesCompleteEvidence() {
        Fakes.Recorder recorder = new Fakes.Recorder();

        assertThat(run(recorder, Existing.SPARE)).isTrue();

        MeasurementEvidence evidence = evidence();
        assertThat(evidence.complete()).isTrue();
        assertThat(recorder.measured).hasSize(FORKS);
        assertThat(evidence.regimes()).hasSize(1);
        assertThat(evidence.costs()).hasSize(9);
        assertThat(evidence.growth())
                .hasSize(3)
                .allMatch(growth -> Math.abs(growth.exponent().estimate() - 1) < 1e-9);
        assertThat(evidence.latency()).hasSize(2);
        assertThat(evidence.sittings()).extracting(Sitting::forks).containsExactly(FORKS);
        ThroughputResult lockFree = evidence.regimes().get(0).results().get(1);
        assertThat(lockFree.subject()).isEqualTo("LOCK_FREE");
        assertThat(lockFree.againstYardstick()).isNotNull();
        assertThat(lockFree.againstYardstick().ratio().estimate()).isCloseTo(2, within(1e-9));
        assertThat(lockFree.againstYardstick().speed()).isEqualTo(Speed.FASTER);
        assertThat(lockFree.fasterThan()).containsExactly("MUTEX");
    }

    @Test
    void comparison_keepsEveryForkAndSaysTheSameInJmhsFormat() throws IOException {
        run(new Fakes.Recorder(), Existing.SPARE);

        try (Stream<Path> forks = Files.list(folder.resolve("results/forks"))) {
            assertThat(forks.filter(file -> file.toString().endsWith(".json"))).hasSize(FORKS);
        }
        assertThat(folder.resolve("results/run.json")).isNotEmptyFile();
        assertThat(folder.resolve("results/sittings/1.json")).isNotEmptyFile();
        assertThat(folder.resolve("results/jmh-result.json")).isNotEmptyFile();
    }

    @Test
    void comparison_printsThePlanThenEachForkThenTables() {
        run(new Fakes.Recorder(), Existing.SPARE);

        List<String> lines = console().lines().toList();
        assertThat(lines.get(0)).contains("Budget quick", "seed 7", "MUTEX, LOCK_FREE");
        assertThat(lines).anyMatch(line -> line.contains("in all         17 JVMs"));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("[1/17] ") && line.contains("elapsed") && line.contains("left"));
        assertThat(lines).anyMatch(line -> line.startsWith("[17/17] ") && line.contains("about 0 min 00 s left"));
        assertThat(console())
                .contains("Throughput: 2 platform callers, 90 % reads, 10 sessions")
                .contains("noise floor (MUTEX divided by itself): 1.00 [")
                .contains("Latency in microseconds")
                .contains("Growth of that cost");
    }

    @Test
    void comparison_whenAForkFails_keepsTheFinishedAndEndsAsFailed() {
        assertThat(run(new Fakes.Recorder(/* failsAfter= */ 5), Existing.SPARE)).isFalse();

        assertThat(evidence().complete()).isFalse();
        assertThat(console())
                .contains("FAILED: planted")
                .contains("Its numbers are void. Kept 5 of 17 forks")
                .contains("--resume");
        assertThat(folder.resolve("results/jmh-result.json")).doesNotExist();
    }

    @Test
    void comparison_thatIsResumed_measuresWhatIsMissingAndConcludesTheSame() {
        Fakes.Recorder first = new Fakes.Recorder(/* failsAfter= */ 5);
        Fakes.Recorder second = new Fakes.Recorder();
        run(first, Existing.SPARE);

        assertThat(run(second, Existing.RESUME)).isTrue();

        assertThat(Stream.concat(first.measured.stream(), second.measured.stream()))
                .containsExactlyElementsOf(
                        Fakes.request(folder, Existing.RESUME).plan().cells());
        MeasurementEvidence resumed = evidence();
        assertThat(resumed.sittings()).extracting(Sitting::forks).containsExactly(5, 12);
        assertThat(console()).contains("Resumed: 5 of 17 forks are there");
        run(new Fakes.Recorder(), Existing.DISCARD);
        MeasurementEvidence straight = evidence();
        assertThat(resumed.regimes()).isEqualTo(straight.regimes());
        assertThat(resumed.costs()).isEqualTo(straight.costs());
        assertThat(resumed.growth()).isEqualTo(straight.growth());
        assertThat(resumed.latency()).isEqualTo(straight.latency());
    }

    @Test
    void comparison_inWhichAForkIsMeasuredAgainAtTheEnd_concludesTheSame() throws IOException {
        run(new Fakes.Recorder(), Existing.SPARE);
        MeasurementEvidence before = evidence();
        Cell throughput = Fakes.request(folder, Existing.RESUME).plan().cells().stream()
                .filter(cell -> cell.subject().equals("MUTEX") && Part.of(cell) == Part.THROUGHPUT)
                .findFirst()
                .orElseThrow();
        Files.delete(folder.resolve("results/forks").resolve(Texts.fileName(throughput)));
        Fakes.Recorder again = new Fakes.Recorder();

        assertThat(run(again, Existing.RESUME)).isTrue();

        assertThat(again.measured).containsExactly(throughput);
        assertThat(evidence().regimes()).isEqualTo(before.regimes());
    }

    @Test
    void comparison_thatIsCompleteAndResumed_onlyConcludesAgain() {
        run(new Fakes.Recorder(), Existing.SPARE);
        MeasurementEvidence before = evidence();
        Fakes.Recorder again = new Fakes.Recorder();

        assertThat(run(again, Existing.RESUME)).isTrue();

        assertThat(again.measured).isEmpty();
        assertThat(evidence()).isEqualTo(before);
    }

    @Test
    void comparison_whenItsFirstForkFails_leavesNoNumbersOfAnOlderRun() {
        run(new Fakes.Recorder(), Existing.SPARE);

        run(new Fakes.Recorder(/* failsAfter= */ 0), Existing.SPARE);

        assertThat(evidence().complete()).isFalse();
        assertThat(evidence().regimes()).isEmpty();
    }

    @Test
    void comparison_withOneForkEach_comparesNothing() {
        Workload once = Fakes.WORKLOAD.withRounds(1);

        Comparison.run(Fakes.request(folder, Existing.SPARE, once), new Fakes.Recorder(), Fakes.PROVENANCE, printer());

        assertThat(evidence().complete()).isTrue();
        assertThat(evidence().regimes().get(0).noiseFloor()).isNull();
        assertThat(evidence().regimes().get(0).results())
                .allMatch(result -> result.againstYardstick() == null && result.opsInterval() == null)
                .allMatch(result -> result.fasterThan().isEmpty());
        assertThat(console()).contains("too few JVMs to tell, or without a verdict; nothing is compared");
    }

    @Test
    void comparison_onADiskThatFills_failsClearlyAndGoesOnOnceThereIsRoom() {
        Fakes.Recorder first = new Fakes.Recorder();
        DiskWithRoomFor disk = new DiskWithRoomFor(/* forks= */ 3);

        boolean measured =
                Comparison.run(Fakes.request(folder, Existing.SPARE), first, Fakes.PROVENANCE, printer(), disk);

        assertThat(measured).isFalse();
        Cell lost = first.measured.get(3);
        assertThat(console())
                .contains("FAILED: cannot write")
                .contains(Texts.fileName(lost))
                .contains("No space left on device")
                .contains("What was finished before is kept")
                .contains("--resume");
        Fakes.Recorder second = new Fakes.Recorder();
        assertThat(run(second, Existing.RESUME)).isTrue();
        assertThat(second.measured).hasSize(FORKS - 3).contains(lost);
    }

    @Test
    void comparison_whoseResultsAreOfAnotherSeed_isRefusedBeforeAnythingIsWritten() throws IOException {
        run(new Fakes.Recorder(/* failsAfter= */ 5), Existing.SPARE);
        byte[] evidence = Files.readAllBytes(folder.resolve("evidence/measurement.json"));
        CompareRequest asked = Fakes.request(folder, Existing.RESUME);
        CompareRequest otherSeed = new CompareRequest(
                asked.budget(),
                asked.workload(),
                asked.strategies(),
                8,
                asked.resultsFolder(),
                Existing.RESUME,
                asked.evidenceFolder());

        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> Comparison.run(otherSeed, new Fakes.Recorder(), Fakes.PROVENANCE, printer()))
                .withMessageContaining("run.json")
                .withMessageContaining("seed 7, and now it is 8");
        assertThat(folder.resolve("evidence/measurement.json")).hasBinaryContent(evidence);
    }

    private boolean run(Instruments.Maker maker, Existing existing) {
        return Comparison.run(Fakes.request(folder, existing), maker, Fakes.PROVENANCE, printer());
    }

    private PrintStream printer() {
        return new PrintStream(console, /* autoFlush= */ true, StandardCharsets.UTF_8);
    }

    private String console() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private MeasurementEvidence evidence() {
        return EvidenceFiles.readMeasurement(folder.resolve("evidence").resolve(EvidenceFiles.MEASUREMENT_FILE));
    }

    /** A disk that is full after so many forks. */
    private static final class DiskWithRoomFor implements ResultsFolder.FileWriter {

        private int room;

        DiskWithRoomFor(int forks) {
            room = forks;
        }

        @Override
        public void write(Path file, String text) throws IOException {
            if (file.getParent().endsWith("forks") && room-- <= 0) {
                Files.writeString(file, text.substring(0, text.length() / 2));
                throw new IOException("No space left on device");
            }
            Files.writeString(file, text);
        }
    }
}
