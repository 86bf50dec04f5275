package io.gauntlet.stress.fault;

import io.gauntlet.stress.watch.Stall;
import io.gauntlet.stress.watch.Watchdog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Waits for threads, but not for ever.
 *
 * @param patience how long nobody may get on before it counts as a stall
 * @param timeLimit how long it may take in all
 */
record Watch(Duration patience, Duration timeLimit) {

    /** Runs something in a new thread that is not waited for once it has stalled. */
    void inThreadOfItsOwn(String name, Runnable body) throws StalledException, TimeoutException, InterruptedException {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = daemon(name, body, end);
        thread.start();
        waitFor(name, List.of(thread), end, () -> 0);
    }

    /** Returns a thread that completes {@code end} when it ends, however it does. */
    static Thread daemon(String name, Runnable body, CompletableFuture<Void> end) {
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                        end.complete(null);
                    } catch (CallerKilled killed) {
                        end.complete(null);
                        throw killed;
                    } catch (Throwable broken) {
                        end.completeExceptionally(broken);
                    }
                },
                name);
        thread.setDaemon(true);
        // What it died of is known.
        thread.setUncaughtExceptionHandler((dead, thrown) -> {});
        return thread;
    }

    /**
     * Waits until {@code ended}.
     *
     * @param who whom it is that is waited for
     * @throws StalledException if nobody gets on
     * @throws TimeoutException if they got on, and were not through within the time limit; its message says so
     * @throws IllegalStateException if one of them broke
     */
    void waitFor(String who, List<Thread> threads, CompletableFuture<Void> ended, LongSupplier progress)
            throws StalledException, TimeoutException, InterruptedException {
        try (Watchdog watchdog = Watchdog.over(threads, progress, patience)) {
            CompletableFuture.anyOf(ended, watchdog.stalled()).get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended.isDone()) {
                Stall stall = watchdog.stalled().get();
                throw new StalledException(who, stall);
            }
        } catch (TimeoutException e) {
            TimeoutException tooSlow = new TimeoutException(
                    who + " got on, but did not end within " + timeLimit.toSeconds() + " s: it is too slow here");
            tooSlow.initCause(e);
            throw tooSlow;
        } catch (ExecutionException e) {
            throw new IllegalStateException(who + " broke", e.getCause());
        }
    }
}
