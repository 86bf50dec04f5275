package io.gauntlet.stress.again;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One call of the tool: builds, repeats, and keeps the table up to date after each repetition. */
final class AgainRun {

    static final int NONE_RED = 0;
    static final int SOME_RED = 1;
    static final int COULD_NOT_RUN = 2;
    static final int INTERRUPTED = 130;

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(30);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);

    private final Arguments arguments;
    private final Checkout checkout;
    private final Path kept;
    private final ChildProcesses children;
    private final MavenCommand maven;
    private final String about;
    private final PrintStream out;

    /**
     * Creates a run.
     *
     * @param kept where the table, the logs and the reports are kept
     * @param about what the table says of the machine and the code
     */
    AgainRun(
            Arguments arguments, Checkout checkout, Path kept, ChildProcesses children, String about, PrintStream out) {
        this.arguments = arguments;
        this.checkout = checkout;
        this.kept = kept;
        this.children = children;
        this.maven = new MavenCommand(arguments, checkout);
        this.about = about;
        this.out = out;
    }

    /** Runs to the end, or until the children are closed; returns the exit status. */
    int run() throws IOException {
        forgetTheLastRun();
        Map<Condition, String> notRun = new TreeMap<>();
        List<RepetitionResult> results = new ArrayList<>();
        List<Repetition> plan = List.of();
        boolean interrupted = false;
        try {
            if (!build()) {
                return COULD_NOT_RUN;
            }
            List<Condition> conditions = new ArrayList<>();
            for (Condition condition : arguments.conditions()) {
                Optional<String> obstacle = obstacle(condition);
                obstacle.ifPresentOrElse(why -> notRun.put(condition, why), () -> conditions.add(condition));
            }
            notRun.forEach((condition, why) -> out.println("NOT RUN under " + condition + ": " + why));
            plan = Repetition.plan(arguments, conditions);
            for (Repetition repetition : plan) {
                results.add(repeat(repetition));
                RedCounts counts = new RedCounts(results);
                out.println(new Progress(plan, counts).line());
                write(new ResultTable(about, plan.size(), notRun, counts));
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        RedCounts counts = new RedCounts(results);
        ResultTable table = new ResultTable(about, plan.size(), notRun, counts);
        write(table);
        out.println();
        out.println(table.markdown());
        out.println("Kept in " + kept);
        if (interrupted) {
            return INTERRUPTED;
        }
        return exitStatus(counts, notRun);
    }

    static int exitStatus(RedCounts counts, Map<Condition, String> notRun) {
        if (counts.redRepetitions() > 0) {
            return SOME_RED;
        }
        return notRun.isEmpty() && !counts.results().isEmpty() ? NONE_RED : COULD_NOT_RUN;
    }

    private void forgetTheLastRun() throws IOException {
        for (Condition condition : Condition.values()) {
            Checkout.delete(kept.resolve(condition.toString()));
        }
        Files.deleteIfExists(result());
        Files.createDirectories(kept);
    }

    private boolean build() throws IOException, InterruptedException {
        Path log = kept.resolve("build.log");
        out.println("building: " + String.join(" ", maven.build()));
        ChildEnd end = children.run(maven.build(), log, BUILD_LIMIT);
        if (end.equals(new ChildEnd.Exited(0))) {
            return true;
        }
        out.println("The build failed (" + end + "), so nothing can be repeated: " + MavenLog.reason(lines(log))
                + "\nIts log: " + log);
        return false;
    }

    /** Returns why this machine cannot have a condition. */
    private Optional<String> obstacle(Condition condition) throws InterruptedException {
        if (condition.prefix().isEmpty()) {
            return Optional.empty();
        }
        List<String> probe =
                Stream.concat(condition.prefix().stream(), Stream.of("true")).toList();
        try {
            Path log = kept.resolve("probe.log");
            ChildEnd end = children.run(probe, log, PROBE_LIMIT);
            return end.equals(new ChildEnd.Exited(0))
                    ? Optional.empty()
                    : Optional.of(String.join(" ", probe) + " fails: " + String.join(" ", lines(log)));
        } catch (IOException e) {
            return Optional.of(condition.prefix().get(0) + " does not start: " + e.getMessage());
        }
    }

    private RepetitionResult repeat(Repetition repetition) throws IOException, InterruptedException {
        // What an earlier repetition left must not stand in for what this one fails to write.
        for (Path reports : checkout.reportFolders(repetition.kind())) {
            Checkout.delete(reports);
        }
        if (repetition.kind() == Kind.CHECKS) {
            Checkout.delete(checkout.evidence());
        }
        Path folder = Files.createDirectories(kept.resolve(repetition.folder()));
        Path log = folder.resolve("maven.log");
        Duration limit = arguments.limit().orElse(repetition.kind().limit());
        long start = System.nanoTime();
        ChildEnd end = runUnder(repetition.condition(), maven.of(repetition), log, limit);
        // A terminal sends Ctrl-C to Maven too, which may have ended before we are told.
        if (end.equals(new ChildEnd.Exited(INTERRUPTED))) {
            throw new InterruptedException("Maven was interrupted");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        TestReports reports = TestReports.read(checkout.reportFolders(repetition.kind()));
        RepetitionResult result =
                RepetitionResult.judge(repetition, end, reports.outcomes(), reports.unreadable(), lines(log), took);
        if (result.isRed()) {
            keep(repetition, folder);
        } else {
            Checkout.delete(folder);
        }
        return result;
    }

    private ChildEnd runUnder(Condition condition, List<String> command, Path log, Duration limit)
            throws IOException, InterruptedException {
        BusyThreads load = new BusyThreads(condition.busyThreads());
        try {
            return children.run(command, log, limit);
        } finally {
            load.stop();
        }
    }

    private void keep(Repetition repetition, Path folder) throws IOException {
        for (Path reports : checkout.reportFolders(repetition.kind())) {
            Checkout.copy(reports, folder.resolve(checkout.root().relativize(reports)));
        }
        if (repetition.kind() == Kind.CHECKS) {
            Checkout.copy(checkout.evidence(), folder.resolve("evidence"));
        }
    }

    private static List<String> lines(Path log) throws IOException {
        // Tests print what they like: bytes that are no UTF-8 are no reason to fail.
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private void write(ResultTable table) throws IOException {
        Files.writeString(result(), table.markdown());
    }

    private Path result() {
        return kept.resolve("result.md");
    }
}
