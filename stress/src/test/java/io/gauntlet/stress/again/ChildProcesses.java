package io.gauntlet.stress.again;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts child processes, one at a time, and ends the one that runs with all that it started. */
final class ChildProcesses implements AutoCloseable {

    private static final int KILL_ROUNDS = 20;
    private static final int KILL_WAIT_MILLIS = 100;

    private final Path folder;
    private Optional<Process> running = Optional.empty();
    private boolean closed;

    /** Creates them; each starts in the given folder. */
    ChildProcesses(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs a command to its end.
     *
     * @param log gets all that it prints
     * @throws InterruptedException where this was closed before the command ended
     */
    ChildEnd run(List<String> command, Path log, Duration limit) throws IOException, InterruptedException {
        Process child = start(command, log);
        boolean inTime = child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        kill(child);
        if (isClosed()) {
            throw new InterruptedException("ended with this program");
        }
        return inTime ? new ChildEnd.Exited(child.exitValue()) : new ChildEnd.TimedOut(limit);
    }

    private synchronized Process start(List<String> command, Path log) throws IOException, InterruptedException {
        if (closed) {
            throw new InterruptedException("not started: this program ends");
        }
        Process child = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        running = Optional.of(child);
        return child;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Ends a process and its descendants, and waits a little until they are gone. */
    private static void kill(Process child) throws InterruptedException {
        for (int round = 0; round < KILL_ROUNDS; round++) {
            List<ProcessHandle> alive = Stream.concat(child.descendants(), Stream.of(child.toHandle()))
                    .filter(ProcessHandle::isAlive)
                    .toList();
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
            child.waitFor(KILL_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends what runs; nothing starts any more. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (running.isPresent()) {
                kill(running.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
