package io.gauntlet.benchmarks.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that ends: by itself, or when it is overdue, or with us. Whatever it prints goes to a log. */
final class ForkProcess {

    private static final String ERROR_PREFIX = "ERROR: ";
    private static final int BOUND_OF_ENDING_SECONDS = 10;

    private final List<String> command;
    private final long boundMillis;
    private final PrintStream log;

    private volatile String lastLine = "it printed nothing";
    private volatile String lastError = "";

    ForkProcess(List<String> command, long boundMillis, PrintStream log) {
        this.command = List.copyOf(command);
        this.boundMillis = boundMillis;
        this.log = log;
    }

    /**
     * Runs it to its end.
     *
     * @throws IOException if it cannot be started, does not end within its bound, or exits with a code other than 0; the
     *     message says which, and what it said last
     * @throws InterruptedException if this thread is interrupted; the process has been stopped
     */
    void run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread withUs = new Thread(() -> stop(process), "stop a measured JVM");
        Runtime.getRuntime().addShutdownHook(withUs);
        Thread copier = copyOutput(process);
        try {
            process.getOutputStream().close();
            if (!process.waitFor(boundMillis, TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "it did not end within " + boundMillis + " ms and was stopped; it said last: " + lastLine);
            }
            copier.join(TimeUnit.SECONDS.toMillis(BOUND_OF_ENDING_SECONDS));
            if (process.exitValue() != 0) {
                throw new IOException(
                        "exit code " + process.exitValue() + ": " + (lastError.isEmpty() ? lastLine : lastError));
            }
        } finally {
            stop(process);
            removeHook(withUs);
        }
    }

    private Thread copyOutput(Process process) {
        Thread copier = new Thread(
                () -> {
                    try (BufferedReader output = process.inputReader()) {
                        output.lines().forEach(this::take);
                    } catch (IOException | RuntimeException closed) {
                        // The process was stopped.
                    }
                },
                "output of a measured JVM");
        copier.setDaemon(true);
        copier.start();
        return copier;
    }

    private void take(String line) {
        log.println(line);
        if (!line.isBlank()) {
            lastLine = line;
        }
        if (line.startsWith(ERROR_PREFIX)) {
            lastError = line.substring(ERROR_PREFIX.length());
        }
    }

    private static void stop(Process process) {
        // Children first: once their parent is gone nobody knows them.
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
        try {
            process.waitFor(BOUND_OF_ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It is running already.
        }
    }
}
