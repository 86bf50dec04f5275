package io.gauntlet.stress.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Looks at a set of threads at short intervals and reports them as stalled where the JVM finds the same deadlock twice in a
 * row, or where nobody made progress over many looks.
 *
 * <p>Looks are counted, not seconds: a machine that was stopped and went on has lost one look.
 */
public final class Watchdog implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final double MILLIS_PER_SECOND = 1e3;

    private final List<Thread> threads;
    private final LongSupplier progress;
    private final long patience;
    private final ThreadMXBean jvm = ManagementFactory.getThreadMXBean();
    private final CompletableFuture<Stall> stalled = new CompletableFuture<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(Watchdog::daemon);

    private long progressSeen = -1;
    private long looksWithoutProgress;
    private long[] deadlockSeen = {};

    private Watchdog(List<Thread> threads, LongSupplier progress, Duration patience) {
        this.threads = List.copyOf(threads);
        this.progress = progress;
        this.patience = patience.dividedBy(LOOK_EVERY);
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body, "watchdog");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts to watch.
     *
     * @param progress grows as long as anybody gets on
     * @param patience how long it may stay the same
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a look that fails completes stalled() with its error
    public static Watchdog over(List<Thread> threads, LongSupplier progress, Duration patience) {
        Watchdog watchdog = new Watchdog(threads, progress, patience);
        watchdog.looks.scheduleWithFixedDelay(
                watchdog::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return watchdog;
    }

    /** Returns the stall-to-be; it never completes where there is none. */
    public CompletableFuture<Stall> stalled() {
        return stalled;
    }

    private void look() {
        try {
            lookForDeadlock();
            lookForProgress();
        } catch (RuntimeException broken) {
            stalled.completeExceptionally(broken);
        }
    }

    private void lookForDeadlock() {
        long[] deadlock = Optional.ofNullable(jvm.findDeadlockedThreads()).orElse(new long[0]);
        Arrays.sort(deadlock);
        if (Arrays.equals(deadlock, deadlockSeen) && threads.stream().anyMatch(thread -> isIn(deadlock, thread))) {
            WaitGraph graph = WaitGraph.of(threads);
            stalled.complete(new Stall("deadlock: " + graph.cycle().orElse("with other threads"), graph.toString()));
        }
        deadlockSeen = deadlock;
    }

    private static boolean isIn(long[] sorted, Thread thread) {
        return Arrays.binarySearch(sorted, thread.getId()) >= 0;
    }

    private void lookForProgress() {
        long now = progress.getAsLong();
        looksWithoutProgress = now == progressSeen ? looksWithoutProgress + 1 : 0;
        progressSeen = now;
        if (looksWithoutProgress >= patience && threads.stream().anyMatch(Thread::isAlive)) {
            stalled.complete(new Stall(
                    "no caller made progress for "
                            + LOOK_EVERY.multipliedBy(patience).toMillis() / MILLIS_PER_SECOND + " s",
                    WaitGraph.of(threads).toString()));
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
