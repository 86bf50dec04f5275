package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.MeasurementEvidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence.ThroughputResult;
import io.gauntlet.evidence.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final Provenance PROVENANCE = new Provenance(
            "a machine", 2, 1024, "17.0.15 (vendor)", "unknown", "mvn verify", "2026-11-24T00:00:00Z", "0".repeat(64));

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void comparison_whenEveryForkIsMeasured_leavesCompleteEvidence() {
        boolean measured = comparison(ComparisonTest::measured).run();

        assertThat(measured).isTrue();
        MeasurementEvidence evidence = evidence();
        assertThat(evidence.complete()).isTrue();
        assertThat(evidence.budget()).isEqualTo("smoke");
        assertThat(evidence.callers()).isEqualTo(128);
        ThroughputResult lockFree = result(evidence, "LOCK_FREE");
        assertThat(lockFree.readPercent()).isEqualTo(90);
        assertThat(lockFree.forks()).isEqualTo(1);
        assertThat(lockFree.iterations()).isEqualTo(2);
        assertThat(lockFree.opsPerSecond()).isEqualTo(new Interval(300, 300, 300));
        assertThat(lockFree.readsPerSecond()).isCloseTo(270, within(1e-9));
        assertThat(lockFree.writesPerSecond()).isCloseTo(30, within(1e-9));
        assertThat(lockFree.effectivePerSecond()).isCloseTo(240, within(1e-9));
    }

    @Test
    void comparison_ofMutexWithItself_is1() {
        comparison(ComparisonTest::measured).run();

        assertThat(result(evidence(), "MUTEX").ratioToMutex()).isEqualTo(new Interval(1, 1, 1));
        assertThat(result(evidence(), "LOCK_FREE").ratioToMutex().estimate()).isCloseTo(2, within(1e-9));
    }

    @Test
    void comparison_ofAMixWithoutMutex_hasNoRatio() {
        comparison(ComparisonTest::measured).run();

        assertThat(result(evidence(), "REFERENCE").ratioToMutex()).isNull();
    }

    @Test
    void comparison_whenAForkFails_keepsTheFinishedAsIncomplete() {
        boolean measured = comparison(new FailingAfter(1)).run();

        assertThat(measured).isFalse();
        assertThat(evidence().complete()).isFalse();
        assertThat(evidence().results()).hasSize(1);
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("FAILED: planted")
                .contains("1 of 3");
    }

    @Test
    void comparison_whenTheFirstForkFails_leavesNoNumbersOfAnOlderRun() {
        comparison(ComparisonTest::measured).run();

        comparison(new FailingAfter(0)).run();

        assertThat(evidence().complete()).isFalse();
        assertThat(evidence().results()).isEmpty();
    }

    @Test
    void comparison_saysWhatItExpectsThenEachFork() {
        comparison(ComparisonTest::measured).run();

        List<String> lines = console.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).contains("smoke", "3 forks", "128 callers", "seed 7", "expected");
        assertThat(lines.get(1)).startsWith("[ 1/3]").contains("operations/s", "elapsed", "left");
        assertThat(lines.get(3)).startsWith("[ 3/3]").contains("about 0:00 left");
    }

    private Comparison comparison(Stopwatch stopwatch) {
        CompareRequest request =
                new CompareRequest(Budget.SMOKE, 128, List.of("MUTEX", "LOCK_FREE"), List.of(90), 7, folder);
        return new Comparison(request, stopwatch, PROVENANCE, new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private MeasurementEvidence evidence() {
        return EvidenceFiles.readMeasurement(folder.resolve(EvidenceFiles.MEASUREMENT_FILE));
    }

    private static ThroughputResult result(MeasurementEvidence evidence, String subject) {
        return evidence.results().stream()
                .filter(result -> result.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** LOCK_FREE is twice as fast as any other; the second iteration twice as fast as the first. */
    private static ForkResult measured(Cell cell) {
        double scale = cell.subject().equals("LOCK_FREE") ? 2 : 1;
        return new ForkResult(
                cell,
                List.of(
                        new ForkResult.Iteration(90 * scale, 10 * scale, 80 * scale),
                        new ForkResult.Iteration(180 * scale, 20 * scale, 160 * scale)));
    }

    private static final class FailingAfter implements Stopwatch {

        private int left;

        FailingAfter(int left) {
            this.left = left;
        }

        @Override
        public ForkResult measure(Cell cell) {
            if (left-- == 0) {
                throw new MeasurementException("planted", new IllegalStateException());
            }
            return measured(cell);
        }
    }
}
