package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Sitting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real command line with real forks, ended twice in the midst of a run, once politely and once not. */
@Tag("slow")
@Timeout(900)
class CompareKilledTest {

    /** So many that none of the endings can come too late, however long a busy machine keeps the test waiting. */
    private static final int FORKS = 8;

    private static final Pattern KEPT = Pattern.compile("Interrupted: kept (\\d+) of " + FORKS + " forks.*");

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void run_thatIsEndedAtAnyTime_keepsWhatWasFinishedAndGoesOn() throws Exception {
        Process interrupted = start();
        readUntil("[1/" + FORKS + "]", interrupted);
        interrupted.toHandle().destroy();
        List<String> lastWords = readAll(interrupted);

        assertThat(interrupted.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted.exitValue()).isNotZero();
        int kept = lastWords.stream()
                .map(KEPT::matcher)
                .filter(Matcher::matches)
                .mapToInt(words -> Integer.parseInt(words.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not what is said where forks were kept: " + lastWords));
        assertThat(kept).isBetween(1, FORKS - 2);
        assertThat(forkFiles()).isEqualTo(kept);
        assertThat(evidence().complete()).isFalse();
        assertThat(evidence().sittings()).extracting(Sitting::forks).containsExactly(kept);

        Process killed = start("--resume");
        readUntil("[" + (kept + 1) + "/" + FORKS + "]", killed);
        List<ProcessHandle> orphans = killed.descendants().toList();
        killed.toHandle().destroyForcibly();
        assertThat(killed.waitFor(60, TimeUnit.SECONDS)).isTrue();
        orphans.forEach(ProcessHandle::destroyForcibly);
        assertThat(forkFiles()).isBetween(kept + 1L, FORKS - 1L);

        Process refused = start();
        assertThat(readAll(refused)).anyMatch(line -> line.contains("forks are still missing: go on with --resume"));
        assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(2);

        Process last = start("--resume");
        assertThat(readAll(last)).anyMatch(line -> line.startsWith("[" + FORKS + "/" + FORKS + "]"));
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();
        assertThat(forkFiles()).isEqualTo(FORKS);
        assertThat(evidence().complete()).isTrue();
        assertThat(evidence().sittings()).hasSize(3);
        assertThat(evidence().sittings().stream().mapToInt(Sitting::forks).sum())
                .isEqualTo(FORKS);
        assertThat(folder.resolve("results/jmh-result.json")).isNotEmptyFile();
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djmh.ignoreLock=true",
                "-cp",
                System.getProperty("java.class.path"),
                CompareMain.class.getName(),
                "--budget",
                "smoke",
                "--strategies",
                "MUTEX,LOCK_FREE",
                "--only",
                "throughput,costs",
                "--callers",
                "4",
                "--rounds",
                "2",
                "--results",
                folder.resolve("results").toString(),
                "--out",
                folder.resolve("evidence").toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    private static void readUntil(String beginning, Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        String line = reader.readLine();
        while (line != null && !line.startsWith(beginning)) {
            lines.add(line);
            line = reader.readLine();
        }
        assertThat(line)
                .as("a line that begins with %s after %s", beginning, lines)
                .isNotNull();
    }

    private static List<String> readAll(Process process) {
        return process.inputReader(StandardCharsets.UTF_8).lines().toList();
    }

    private long forkFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("results/forks"))) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    private MeasurementEvidence evidence() {
        return EvidenceFiles.readMeasurement(folder.resolve("evidence").resolve(EvidenceFiles.MEASUREMENT_FILE));
    }
}
