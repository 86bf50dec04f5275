package io.gauntlet.history.record;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Threads for the callers of a test, each with a bound. */
final class Callers {

    private static final int BOUND_SECONDS = 60;

    private Callers() {}

    static List<CompletableFuture<Void>> start(int callers, IntConsumer body) {
        return IntStream.range(0, callers)
                .mapToObj(caller -> CompletableFuture.runAsync(() -> body.accept(caller), task -> {
                    Thread thread = new Thread(task, "caller-" + caller);
                    thread.setDaemon(true);
                    thread.start();
                }))
                .map(end -> end.orTimeout(BOUND_SECONDS, TimeUnit.SECONDS))
                .toList();
    }

    static void run(int callers, IntConsumer body) {
        start(callers, body).forEach(CompletableFuture::join);
    }
}
