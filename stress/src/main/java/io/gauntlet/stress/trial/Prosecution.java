package io.gauntlet.stress.trial;

import io.gauntlet.evidence.CheckEvidence;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs many checks, a few JVMs at a time (one at a time where a program wants to be alone), and tells how far it is.
 * Closing it ends the checks that still run.
 */
public final class Prosecution implements AutoCloseable {

    private static final long CLOSE_SECONDS = 30;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ExecutorService workers;
    private final Function<TrialArguments, TrialProgram> programs;
    private final int atATime;
    private final Semaphore seats;
    private final PrintStream console;
    private final List<CompletableFuture<CheckEvidence>> started = new CopyOnWriteArrayList<>();

    /**
     * @param atATime how many JVMs may run at once
     * @param programs which program tries what
     * @param console where progress is told
     */
    public Prosecution(int atATime, Function<TrialArguments, TrialProgram> programs, PrintStream console) {
        this.workers = Executors.newFixedThreadPool(atATime);
        this.programs = programs;
        this.atATime = atATime;
        this.seats = new Semaphore(atATime, /* fair= */ true);
        this.console = console;
    }

    /**
     * Starts the checks in this order, and returns their evidence-to-be in the same order. What earlier runs left of any
     * of them is gone on return: a check that this run does not reach has no evidence.
     */
    public List<CompletableFuture<CheckEvidence>> start(List<TrialArguments> checks) {
        List<CheckerProcess> processes = checks.stream()
                .map(check -> new CheckerProcess(
                        programs.apply(check), check, check.budget().timeLimit()))
                .toList();
        processes.forEach(CheckerProcess::clearAway);
        Progress progress = new Progress(
                processes.stream().map(CheckerProcess::checker).toList(),
                atATime,
                processes.stream()
                        .filter(CheckerProcess::wantsToBeAlone)
                        .map(CheckerProcess::checker)
                        .collect(Collectors.toSet()));
        List<CompletableFuture<CheckEvidence>> evidence = processes.stream()
                .map(process -> CompletableFuture.supplyAsync(() -> run(process, progress), workers))
                .toList();
        started.addAll(evidence);
        return evidence;
    }

    private CheckEvidence run(CheckerProcess process, Progress progress) {
        try {
            return seated(process, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("interrupted: " + process, e);
        }
    }

    private CheckEvidence seated(CheckerProcess process, Progress progress) throws InterruptedException {
        int needed = process.wantsToBeAlone() ? atATime : 1;
        seats.acquire(needed);
        try {
            long start = System.nanoTime();
            CheckEvidence evidence = process.run();
            console.println(progress.ended(evidence, (System.nanoTime() - start) / NANOS_PER_SECOND));
            return evidence;
        } finally {
            seats.release(needed);
        }
    }

    /** Ends what runs, which leaves evidence that says so, and cancels what waits, which leaves none. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                console.println("a check could not be ended within " + CLOSE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.forEach(check -> check.cancel(/* mayInterruptIfRunning= */ true));
    }
}
