package io.gauntlet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.ClassesFingerprint;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Expectation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportMainTest {

    private static final int STRATEGIES = CoordinatorStrategy.values().length;
    private static final int CHECKERS = Checker.values().length;
    private static final int OUTCOMES = 18 * CHECKERS;
    private static final String CURRENT = ClassesFingerprint.of(CoordinatorStrategy.class);

    @TempDir
    Path folder;

    private SampleEvidence sample;
    private String console = "";

    @BeforeEach
    void writeFlawlessEvidenceOfTheseClasses() throws IOException {
        sample = SampleEvidence.complete(folder);
        for (Path evidence : sample.folders()) {
            try (var files = Files.list(evidence)) {
                for (Path file : files.toList()) {
                    Files.writeString(file, Files.readString(file).replace(SampleEvidence.SHA, CURRENT));
                }
            }
        }
    }

    @Test
    void report_ofFlawlessEvidence_isGreenAndEndsWithThePath() {
        assertThat(run("--strategies", "all")).isZero();

        assertThat(console.lines())
                .anyMatch(line -> line.startsWith("Gauntlet: All 7 strategies are proven."))
                .anyMatch(line -> line.matches(" +LOCK_FREE +proven +rank by throughput: 1-3 at 100 % reads, .*"))
                .anyMatch(line ->
                        line.equals("  museum: 18 exhibits, " + OUTCOMES + " of " + OUTCOMES + " outcomes as expected"))
                .contains("  Under jcstress, 18 of 19 hazards were played with every strategy; 1 not run: needs 4 "
                        + "processors, here are 2.")
                .last()
                .isEqualTo(page().toAbsolutePath().toString());
        assertThat(page()).exists();
        assertThat(green()).exists();
    }

    @Test
    void report_redAfterGreen_isNoLongerGreen() {
        run();
        assertThat(green()).exists();
        sample.ofClasses(CURRENT).fail(Checker.SMOKE, "MUTEX", "lost", "");

        assertThat(run()).isEqualTo(3);

        assertThat(green()).doesNotExist();
    }

    @Test
    void report_withOneRedCheck_isRedAndStillWrites() {
        sample.ofClasses(CURRENT).fail(Checker.SMOKE, "MUTEX", "lost\u001b[31m a caller\nsecond line", "");

        assertThat(run()).isEqualTo(3);

        assertThat(console.lines())
                .contains("RED: 1 reason", "  MUTEX, smoke: FAILED: lost [31m a caller")
                .last()
                .isEqualTo(page().toAbsolutePath().toString());
        assertThat(page()).exists();
    }

    @Test
    void report_ofMissingFolders_isRedAndStillWrites() throws IOException {
        sample = SampleEvidence.empty(folder.resolve("missing"));

        assertThat(run()).isEqualTo(3);

        assertThat(console)
                .contains(
                        "None of the 7 strategies is proven",
                        "RED: " + (STRATEGIES * CHECKERS + 1) + " reasons",
                        "  MUTEX, contract; differential; smoke; ");
        assertThat(Files.readString(page())).contains("NOT RUN");
    }

    @Test
    void report_ofOtherClasses_isRed() {
        sample.ofClasses("b0".repeat(32)).pass(Checker.SMOKE, "MUTEX");

        assertThat(run()).isEqualTo(3);

        assertThat(console).contains("speaks of other classes");
    }

    @Test
    void report_withoutTheMuseum_isRed() throws IOException {
        Files.delete(sample.proofs().resolve(EvidenceFiles.MUSEUM_FILE));

        assertThat(run()).isEqualTo(3);

        assertThat(console)
                .contains("The tools themselves were not tried.")
                .contains("  museum, museum.json: NOT RUN: no file museum.json in ");
        assertThat(green()).doesNotExist();
    }

    @Test
    void report_withAnExhibitThatSlippedThrough_isRed() {
        sample.ofClasses(CURRENT).tour("BrokenRetry", Checker.LINCHECK_HAZARDS, Expectation.FAILS, 4, /* notRun= */ 0);

        assertThat(run()).isEqualTo(3);

        assertThat(console)
                .contains(
                        OUTCOMES - 1 + " of " + OUTCOMES + " outcomes as expected",
                        "RED: 1 reason",
                        "NOT NOTICED in 1 of 5 tries");
        assertThat(green()).doesNotExist();
    }

    @Test
    void report_ofSelection_expectsOnlyIt() throws IOException {
        Files.delete(sample.proofs().resolve(EvidenceFiles.checkFileName(Checker.SMOKE, "MUTEX")));

        assertThat(run("--strategies", "LOCK_FREE,COPY_ON_WRITE")).isZero();

        assertThat(console).contains("All 2 strategies are proven");
        assertThat(Files.readString(page())).contains("Only LOCK_FREE, COPY_ON_WRITE were selected");
    }

    @Test
    void strategy_unknown_isNamedWithWhatIsAllowed() {
        assertThat(run("--strategies", "MUTEXX")).isEqualTo(2);

        assertThat(console).contains("MUTEXX", "LOCK_FREE", "STAMPED_LOCK");
        assertThat(page()).doesNotExist();
    }

    @Test
    void report_again_replacesThePage() throws IOException {
        run();
        Files.writeString(page(), "old");

        run();

        assertThat(Files.readString(page())).startsWith("<!DOCTYPE html>");
        try (var files = Files.list(page().getParent())) {
            assertThat(files).containsExactlyInAnyOrder(page(), green());
        }
    }

    private Path page() {
        return folder.resolve("report/index.html");
    }

    private Path green() {
        return page().resolveSibling("green");
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>();
        sample.folders().forEach(evidence -> arguments.addAll(List.of("--evidence", evidence.toString())));
        arguments.addAll(List.of("--out", page().toString()));
        arguments.addAll(List.of(options));
        StringWriter output = new StringWriter();
        int exit = new CommandLine(new ReportMain())
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute(arguments.toArray(String[]::new));
        console = output.toString();
        return exit;
    }
}
