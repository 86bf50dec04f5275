package io.gauntlet.report;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.ClassesFingerprint;
import io.gauntlet.report.page.ReportPage;
import io.gauntlet.report.page.Summary;
import io.gauntlet.report.trial.Dossier;
import io.gauntlet.report.trial.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that turns evidence into the page people read. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads the evidence of all checks and of the measurement, and writes one HTML page.",
            "Exit code 0: every check of every strategy passed, every tool made of the museum what it must, and a file named "
                    + "green lies beside the page. 3: something is red; the page is written all the same. 2: wrong options. 1: no page."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls
public final class ReportMain implements Callable<Integer> {

    private static final int GREEN = 0;
    private static final int RED = 3;
    private static final String GREEN_FILE = "green";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--evidence",
            required = true,
            paramLabel = "DIR",
            description = "Folder of evidence; may be repeated.")
    private List<Path> evidence;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The page to write.")
    private Path out;

    @Option(
            names = "--strategies",
            defaultValue = "all",
            paramLabel = "NAMES",
            description = "Strategies that must be proven: all, or names separated by commas.")
    private String strategies;

    public static void main(String[] args) {
        System.exit(new CommandLine(new ReportMain()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Trial trial = Trial.of(selected(), Dossier.read(evidence, ClassesFingerprint.of(CoordinatorStrategy.class)));
        Path green = out.toAbsolutePath().resolveSibling(GREEN_FILE);
        Files.deleteIfExists(green);
        write(new ReportPage(trial, Instant.now()).html());
        PrintWriter console = spec.commandLine().getOut();
        Summary.lines(trial).forEach(console::println);
        console.println(out.toAbsolutePath().normalize());
        console.flush();
        if (!trial.red().isEmpty()) {
            return RED;
        }
        Files.createFile(green);
        return GREEN;
    }

    private List<CoordinatorStrategy> selected() {
        try {
            return CoordinatorStrategy.parse(strategies);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--strategies: " + e.getMessage(), e);
        }
    }

    private void write(String html) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "index", ".part");
        try {
            Files.writeString(beside, html);
            Files.move(beside, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
