package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;

class StartingLineTest {

    private static final int CALLERS = 16;

    private final StartingLine line = new StartingLine(CALLERS);
    private final Control control = new Control();

    @Test
    void callers_waitForTheStart() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(CALLERS);
        List<CompletableFuture<Void>> callers = each(place -> {
            waiting.countDown();
            while (!control.startMeasurement) {
                line.await(place, control);
            }
        });
        assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(callers).noneMatch(CompletableFuture::isDone);

        control.startMeasurement = true;
        line.start();

        assertAllEnd(callers);
    }

    @Test
    void callersWhoSitOut_waitForTheStop() throws InterruptedException {
        CountDownLatch sitting = new CountDownLatch(CALLERS);
        List<CompletableFuture<Void>> callers = each(place -> {
            sitting.countDown();
            line.sitOut(control);
        });
        assertThat(sitting.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(callers).noneMatch(CompletableFuture::isDone);

        control.stopMeasurement = true;

        assertAllEnd(callers);
    }

    private interface Play {
        void from(int place);
    }

    private static List<CompletableFuture<Void>> each(Play play) {
        return IntStream.range(0, CALLERS)
                .mapToObj(place -> CompletableFuture.runAsync(
                        () -> play.from(place), task -> new Thread(task, "caller " + place).start()))
                .toList();
    }

    private static void assertAllEnd(List<CompletableFuture<Void>> callers) {
        assertThat(CompletableFuture.allOf(callers.toArray(CompletableFuture<?>[]::new)))
                .succeedsWithin(60, TimeUnit.SECONDS);
    }
}
