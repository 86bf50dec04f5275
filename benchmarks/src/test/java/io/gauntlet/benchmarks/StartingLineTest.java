package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartingLineTest {

    private static final int CALLERS = 16;
    private static final int STARTS = 200;

    private final StartingLine line = new StartingLine(CALLERS);
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger prepared = new AtomicInteger();

    @Test
    void nobodyStarts_beforeAllHaveArrivedAndTheStartIsPrepared() {
        List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                .mapToObj(place -> CompletableFuture.runAsync(
                        () -> {
                            for (int start = 1; start <= STARTS; start++) {
                                arrived.incrementAndGet();
                                line.await(place, prepared::incrementAndGet);
                                assertThat(arrived).hasValueGreaterThanOrEqualTo(start * CALLERS);
                                assertThat(prepared).hasValueGreaterThanOrEqualTo(start);
                            }
                        },
                        task -> new Thread(task, "caller " + place).start()))
                .toList();

        assertThat(CompletableFuture.allOf(callers.toArray(CompletableFuture<?>[]::new)))
                .succeedsWithin(60, TimeUnit.SECONDS);
        assertThat(prepared).hasValue(STARTS);
    }
}
