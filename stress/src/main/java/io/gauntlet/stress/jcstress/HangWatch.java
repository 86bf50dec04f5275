package io.gauntlet.stress.jcstress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private static String dump(ProcessHandle fork) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(fork.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(DUMP_SECONDS, TimeUnit.SECONDS);
            return text;
        } catch (IOException e) {
            return NO_DUMP;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
