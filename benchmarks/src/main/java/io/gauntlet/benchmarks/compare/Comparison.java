package io.gauntlet.benchmarks.compare;

import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Provenance;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One run from plan to evidence. The evidence is written, as incomplete, before the first cell and after each one, so that
 * whatever ends the run, even a kill, leaves what was finished and never an older run's numbers.
 */
public final class Comparison {

    private static final int SESSIONS = 10;
    private static final int MOST_SECONDS_FOR_A_FORK = 180;

    private final CompareRequest request;
    private final Plan plan;
    private final Stopwatch stopwatch;
    private final Provenance provenance;
    private final PrintStream console;
    private final List<ForkResult> finished = new ArrayList<>();
    private final long begun = System.nanoTime();

    Comparison(CompareRequest request, Stopwatch stopwatch, Provenance provenance, PrintStream console) {
        this.request = request;
        this.plan = Plan.of(request.strategies(), request.mixes(), request.budget().forks, request.seed());
        this.stopwatch = stopwatch;
        this.provenance = provenance;
        this.console = console;
    }

    /**
     * Measures what is asked for.
     *
     * @param benchmark the benchmark whose method {@code operation} is measured
     * @return whether every cell was measured
     */
    public static boolean run(CompareRequest request, Class<?> benchmark, Provenance provenance, PrintStream console) {
        Path logFile = request.evidenceFolder().toAbsolutePath().resolveSibling("jmh.log");
        try {
            Files.createDirectories(logFile.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the log " + logFile, e);
        }
        try (PrintStream log = new PrintStream(Files.newOutputStream(logFile), /* autoFlush= */ true)) {
            console.println("JMH's own output goes to " + logFile);
            Stopwatch stopwatch = new JmhStopwatch(
                    benchmark,
                    request.budget(),
                    request.callers(),
                    SESSIONS,
                    request.seed(),
                    MOST_SECONDS_FOR_A_FORK,
                    log);
            return new Comparison(request, stopwatch, provenance, console).run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + logFile, e);
        }
    }

    boolean run() {
        int cells = plan.cells().size();
        console.printf(
                Locale.ROOT,
                "Budget %s: %d forks with %d callers, seed %d, expected to take about %s%n",
                request.budget().label(),
                cells,
                request.callers(),
                request.seed(),
                clock(cells * request.budget().secondsPerFork));
        write(/* complete= */ false);
        Thread atSignal = new Thread(this::endForksAndSayWhatIsKept, "end-forks");
        Runtime.getRuntime().addShutdownHook(atSignal);
        try {
            for (Cell cell : plan.cells()) {
                ForkResult result = stopwatch.measure(cell);
                finished.add(result);
                sayProgress(result);
                write(/* complete= */ false);
            }
        } catch (MeasurementException failed) {
            console.println("FAILED: " + failed.getMessage());
            console.println("Kept " + finished.size() + " of " + cells + " forks, as incomplete.");
            return false;
        } finally {
            forget(atSignal);
        }
        Path file = write(/* complete= */ true);
        console.print(ResultTable.of(new Findings(request.seed()).of(finished)));
        console.println("Evidence: " + file.toAbsolutePath());
        return true;
    }

    private Path write(boolean complete) {
        return EvidenceFiles.write(
                request.evidenceFolder(),
                new MeasurementEvidence(
                        request.budget().label(),
                        request.callers(),
                        SESSIONS,
                        request.seed(),
                        complete,
                        elapsedSeconds(),
                        new Findings(request.seed()).of(finished),
                        provenance));
    }

    private void sayProgress(ForkResult result) {
        int done = finished.size();
        int cells = plan.cells().size();
        double elapsed = elapsedSeconds();
        console.printf(
                Locale.ROOT,
                "[%2d/%d] %-42s %,13.0f operations/s   %s elapsed, about %s left%n",
                done,
                cells,
                result.cell(),
                result.mean(ForkResult.Iteration::operations),
                clock(elapsed),
                clock(elapsed / done * (cells - done)));
    }

    private void endForksAndSayWhatIsKept() {
        console.println("Interrupted: what was finished is kept in " + request.evidenceFolder() + ", as incomplete.");
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private static void forget(Thread atSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(atSignal);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook itself is what ended the fork.
        }
    }

    private double elapsedSeconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String clock(double seconds) {
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }
}
