package io.gauntlet.stress.trial;

import io.gauntlet.evidence.CheckEvidence;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Runs many checks, a few JVMs at a time (one at a time where a program wants to be alone), and tells how far it is. Closing it ends the checks that still run.
 */
public final class Prosecution implements AutoCloseable {

    private final ExecutorService workers;
    private final Function<TrialArguments, TrialProgram> programs;
    private final int atATime;
    private final Semaphore seats;
    private final PrintStream console;

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

    /** Starts the checks in this order, and returns their evidence-to-be in the same order. */
    public List<CompletableFuture<CheckEvidence>> start(List<TrialArguments> checks) {
        Progress progress =
                new Progress(checks.stream().map(TrialArguments::checker).toList(), atATime);
        return checks.stream()
                .map(check -> CompletableFuture.supplyAsync(() -> run(check, progress), workers))
                .toList();
    }

    private CheckEvidence run(TrialArguments check, Progress progress) {
        try {
            CheckEvidence evidence = seated(check);
            console.println(progress.ended(evidence));
            return evidence;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("interrupted while " + check.checker() + " tried " + check.subject(), e);
        }
    }

    private CheckEvidence seated(TrialArguments check) throws InterruptedException {
        TrialProgram program = programs.apply(check);
        int needed = program.alone() ? atATime : 1;
        seats.acquire(needed);
        try {
            return new CheckerProcess(program, check, timeLimit(check)).run();
        } finally {
            seats.release(needed);
        }
    }

    private static Duration timeLimit(TrialArguments check) {
        return check.budget().timeLimit();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
