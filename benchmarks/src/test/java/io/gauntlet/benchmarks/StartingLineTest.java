package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;

class StartingLineTest {

    private static final int CALLERS = 16;
    private static final long BOUND_SECONDS = 60;

    private final StartingLine line = new StartingLine(CALLERS);
    private final Control control = new Control();
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void callers_waitForTheStart() {
        List<CompletableFuture<Void>> callers = each(place -> {
            while (!control.startMeasurement) {
                line.await(place, control);
            }
        });
        awaitThatAllAreParked();
        assertThat(callers).noneMatch(CompletableFuture::isDone);

        control.startMeasurement = true;
        line.start();

        assertAllEnd(callers);
    }

    private interface Play {
        void from(int place);
    }

    private List<CompletableFuture<Void>> each(Play play) {
        return IntStream.range(0, CALLERS)
                .mapToObj(place -> CompletableFuture.runAsync(() -> play.from(place), task -> {
                    Thread thread = new Thread(task, "caller " + place);
                    thread.setDaemon(true);
                    threads.add(thread);
                    thread.start();
                }))
                .toList();
    }

    private void awaitThatAllAreParked() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        for (Thread thread : threads) {
            while (LockSupport.getBlocker(thread) != line) {
                assertThat(deadline - System.nanoTime())
                        .as("nanoseconds left for %s to park", thread)
                        .isPositive();
                Thread.onSpinWait();
            }
        }
    }

    private static void assertAllEnd(List<CompletableFuture<Void>> callers) {
        assertThat(CompletableFuture.allOf(callers.toArray(CompletableFuture<?>[]::new)))
                .succeedsWithin(BOUND_SECONDS, TimeUnit.SECONDS);
    }
}
