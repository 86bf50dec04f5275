package io.gauntlet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFilesTest {

    @TempDir
    Path folder;

    @Test
    void check_writtenAndRead_isTheSame() {
        Provenance p = new Provenance(
                "m", 2, 100, "17.0.15+6 (x)", "unknown", "mvn verify", "2026-11-24T00:00:00Z", "0".repeat(64));
        CheckEvidence check = new CheckEvidence(
                Checker.SMOKE,
                "MUTEX",
                false,
                Verdict.PASSED,
                "",
                new TreeMap<>(Map.of("tasks", 300L)),
                "<script>\ud800 \u2028",
                "mvn x",
                1.5,
                p);
        Path file = EvidenceFiles.write(folder, check);
        assertThat(EvidenceFiles.readCheck(file)).isEqualTo(check);
        System.out.println(
                file + " " + Machine.describe() + Machine.memoryMiB() + Machine.jdk() + GitCommit.ofWorkingFolder());
    }
}
