package io.gauntlet.stress.jcstress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends a fork that does not end by itself, and tells where its threads stood. jcstress 0.16 gives up on a hung test after half
 * a minute, but not while it tries out how much memory a game takes: there it waits for ever.
 */
final class HangWatch implements AutoCloseable {

    private static final String NO_DUMP = "(where its threads stood is not known)";
    private static final int DUMP_SECONDS = 10;

    private final Duration patience;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "hang-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Optional<String> hang = Optional.empty();

    /** Begins to watch the children of this process, present and to come. */
    HangWatch(Duration patience) {
        this.patience = patience;
        var unused = clock.schedule(this::end, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end() {
        List<ProcessHandle> forks = ProcessHandle.current().children().toList();
        hang = Optional.of("no result after " + patience.toSeconds() + " s\n"
                + forks.stream().map(HangWatch::dump).reduce("", String::concat));
        forks.forEach(ProcessHandle::destroyForcibly);
    }

    /** Asks the fork for its stacks; a fork too far gone to answer does not hold the watch up. */
    private static String dump(ProcessHandle fork) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(fork.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            try {
                return CompletableFuture.supplyAsync(() -> read(process))
                        .completeOnTimeout(NO_DUMP, DUMP_SECONDS, TimeUnit.SECONDS)
                        .join();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return NO_DUMP;
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return NO_DUMP;
        }
    }

    /** Returns where the threads of a fork stood that had to be ended. */
    Optional<String> hang() {
        return hang;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
