package io.gauntlet.benchmarks.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gauntlet.benchmarks.OperationCostBenchmark;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class CostStopwatchTest {

    private final CostStopwatch stopwatch = new CostStopwatch(
            OperationCostBenchmark.class,
            new JmhTiming(
                    /* warmUpIterations= */ 3,
                    /* warmUpMillis= */ 100,
                    /* iterations= */ 3,
                    /* iterationMillis= */ 100),
            /* seed= */ 7,
            /* boundSeconds= */ 300,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @Test
    void read_allocatesNothing() {
        // Where few calls were made the harness's own allocation weighs on each: measured again, for a minute at most.
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        CostFork fork;
        do {
            fork = stopwatch.measure(new CostCell("STAMPED_LOCK", "getSession", 100, 1));
        } while (fork.allocatedBytes() > 0.5 && System.nanoTime() - deadline < 0);

        assertThat(fork.nanos()).hasSize(3).allMatch(nanos -> nanos > 0);
        assertThat(fork.allocatedBytes()).isBetween(0.0, 0.5);
    }

    @Test
    void copyOfAList_allocatesAReferenceForEachSessionAtLeast() {
        CostFork fork = stopwatch.measure(new CostCell("REFERENCE", "listSessions", 100, 1));

        assertThat(fork.allocatedBytes()).isGreaterThan(100 * 4);
    }

    @Test
    void operation_thatIsUnknown_isNamed() {
        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch.measure(new CostCell("MUTEX", "renameSession", 10, 1)))
                .withMessageContaining("renameSession")
                .withMessageContaining("No benchmarks to run");
    }
}
