package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.ForkJvm;
import io.gauntlet.benchmarks.fork.ForkResult;
import io.gauntlet.benchmarks.fork.MeasurementException;
import io.gauntlet.benchmarks.machine.MachineWatch;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Sitting;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One sitting of a run, from plan to evidence. Each finished fork is kept as soon as it is measured; the evidence is written
 * as incomplete at the start, so that an older run's never stands for this one, and again from time to time.
 */
public final class Comparison {

    private static final double SECONDS_BETWEEN_EVIDENCE = 20;

    private final CompareRequest request;
    private final Plan plan;
    private final ResultsFolder results;
    private final Instruments instruments;
    private final PrintStream console;
    private final MachineWatch watch = new MachineWatch();
    private final Map<String, ForkResult> finished = new HashMap<>();
    private final int before;
    private double evidenceWrittenAtSeconds;
    private boolean interrupted;

    Comparison(CompareRequest request, ResultsFolder results, Instruments instruments, PrintStream console) {
        this.request = request;
        this.plan = request.plan();
        this.results = results;
        this.instruments = instruments;
        this.console = console;
        results.earlier().forEach(result -> finished.put(Texts.fileName(result.cell()), result));
        this.before = finished.size();
    }

    /** Returns what would be measured, and how long that is expected to take. */
    public static String describe(CompareRequest request) {
        return String.format(
                "Budget %s, seed %d, strategies %s:%n%s",
                request.budget(),
                request.seed(),
                String.join(", ", request.strategies()),
                request.plan().describe());
    }

    /**
     * Measures what is asked for.
     *
     * @return whether every cell is measured; if not, the console says why
     * @throws ResultsException if the results folder forbids it; nothing is changed
     */
    public static boolean run(
            CompareRequest request, Instruments.Maker maker, Provenance provenance, PrintStream console) {
        return run(request, maker, provenance, console, Files::writeString);
    }

    static boolean run(
            CompareRequest request,
            Instruments.Maker maker,
            Provenance provenance,
            PrintStream console,
            ResultsFolder.FileWriter writer) {
        console.print(describe(request));
        RunRecord asked = RunRecord.of(request, provenance);
        try (ResultsFolder results = ResultsFolder.open(request.resultsFolder(), asked, request.existing(), writer)) {
            Path logFile = results.file(ResultsFolder.LOG_FILE);
            try (PrintStream log = new PrintStream(
                    Files.newOutputStream(logFile, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    /* autoFlush= */ true)) {
                console.println("JMH's own output goes to " + logFile.toAbsolutePath());
                return new Comparison(request, results, maker.make(request, results.forks(), log), console).run();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + logFile + ": " + e.getMessage(), e);
            }
        } catch (UncheckedIOException unwritable) {
            console.println("FAILED: " + unwritable.getMessage());
            console.println("What was finished before is kept in "
                    + request.resultsFolder().toAbsolutePath() + ". Once the cause is gone, go on with --resume.");
            return false;
        }
    }

    boolean run() {
        List<Cell> missing =
                plan.cells().stream().filter(cell -> !results.holds(cell)).toList();
        Progress progress = new Progress(request.workload(), plan.cells().size(), missing);
        if (before > 0) {
            console.printf(
                    "Resumed: %d of %d forks are there, about %s left%n",
                    before, plan.cells().size(), Texts.duration(progress.secondsLeft()));
        }
        save(/* complete= */ false);
        Thread atSignal = new Thread(this::endForksAndSave, "end-forks");
        Runtime.getRuntime().addShutdownHook(atSignal);
        try {
            for (Cell cell : missing) {
                if (isInterrupted()) {
                    return false;
                }
                double begunSeconds = watch.seconds();
                ForkResult result = instruments.measure(cell);
                console.println(progress.finished(keep(result), watch.seconds() - begunSeconds, watch.seconds()));
            }
        } catch (MeasurementException failed) {
            sayFailed(failed);
            return false;
        } finally {
            forget(atSignal);
        }
        conclude();
        return true;
    }

    private synchronized ForkResult keep(ForkResult result) {
        results.keep(result);
        finished.put(Texts.fileName(result.cell()), result);
        results.keep(sitting());
        if (watch.seconds() - evidenceWrittenAtSeconds > SECONDS_BETWEEN_EVIDENCE) {
            save(/* complete= */ false);
        }
        return result;
    }

    private synchronized MeasurementEvidence save(boolean complete) {
        List<Sitting> sittings = new ArrayList<>(results.earlierSittings());
        // One that only concludes again what was measured before is no sitting.
        if (before < plan.cells().size() || sittings.isEmpty()) {
            Sitting now = sitting();
            results.keep(now);
            sittings.add(now);
        }
        MeasurementEvidence evidence = new Findings(request.seed(), instruments.latencyFindings())
                .of(results.run(), complete, sittings, inOrderOfPlan());
        EvidenceFiles.write(request.evidenceFolder(), evidence);
        evidenceWrittenAtSeconds = watch.seconds();
        return evidence;
    }

    /** A run that was interrupted concludes what one that was not would have. */
    private List<ForkResult> inOrderOfPlan() {
        return results.run().plan().stream()
                .filter(finished::containsKey)
                .map(finished::get)
                .toList();
    }

    private Sitting sitting() {
        return watch.sitting(finished.size() - before, ForkJvm.COLLECTOR, ForkJvm.ARGUMENTS);
    }

    private void conclude() {
        MeasurementEvidence evidence = save(/* complete= */ true);
        results.keep(ResultsFolder.JMH_RESULT_FILE, JmhResult.of(inOrderOfPlan(), request.workload()));
        console.print(ResultTables.of(evidence));
        console.println("Evidence: "
                + request.evidenceFolder()
                        .resolve(EvidenceFiles.MEASUREMENT_FILE)
                        .toAbsolutePath());
        console.println("The same in JMH's format: "
                + results.file(ResultsFolder.JMH_RESULT_FILE).toAbsolutePath());
    }

    private synchronized void sayFailed(MeasurementException failed) {
        if (!interrupted) {
            save(/* complete= */ false);
            console.println("FAILED: " + failed.getMessage());
            console.println("Its numbers are void. Kept " + finished.size() + " of "
                    + plan.cells().size() + " forks, as incomplete; go on with --resume.");
        }
    }

    private synchronized boolean isInterrupted() {
        return interrupted;
    }

    private void endForksAndSave() {
        synchronized (this) {
            interrupted = true;
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        synchronized (this) {
            save(/* complete= */ false);
            console.println("Interrupted: kept " + finished.size() + " of "
                    + plan.cells().size() + " forks in "
                    + request.resultsFolder().toAbsolutePath() + ", as incomplete; go on with --resume.");
        }
    }

    private static void forget(Thread atSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(atSignal);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook itself is what ended the fork.
        }
    }
}
