package io.gauntlet.history.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;
    private static final long BOUND_SECONDS = 60;

    @Test
    void nanos_ofAThreadThatRuns_grow() {
        assertThat(grows()).as("grew within " + BOUND_SECONDS + " s").isTrue();
    }

    /** A time that stands still would be a limit that is never hit. */
    @Test
    void nanos_ofAVirtualThreadThatRuns_growToo() throws Exception {
        assumeTrue(Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS, "this JDK has no virtual threads");
        CompletableFuture<Boolean> grew = new CompletableFuture<>();
        Runnable look = () -> grew.complete(grows());
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, look);

        assertThat(grew.get(2 * BOUND_SECONDS, TimeUnit.SECONDS))
                .as("grew within " + BOUND_SECONDS + " s")
                .isTrue();
    }

    private static boolean grows() {
        long bound = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        long before = ProcessorTime.nanos();
        while (ProcessorTime.nanos() <= before) {
            if (System.nanoTime() > bound) {
                return false;
            }
        }
        return true;
    }
}
