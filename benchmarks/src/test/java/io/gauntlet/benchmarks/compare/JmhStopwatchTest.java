package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.BrokenInvariantsBenchmark;
import io.gauntlet.benchmarks.MixedCallersBenchmark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class JmhStopwatchTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void fork_whoseInvariantsAreBroken_isNoMeasurement() {
        Cell cell = new Cell("MUTEX", 90, 1);

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch(BrokenInvariantsBenchmark.class).measure(cell))
                .withMessageContaining("MUTEX at 90 % reads, fork 1 failed");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("MUTEX at 90 % reads broke its invariants")
                .contains("nobody");
    }

    @Test
    void fork_ofTheReferenceThatWrites_isNoMeasurement() {
        Cell cell = new Cell("REFERENCE", 90, 1);

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch(MixedCallersBenchmark.class).measure(cell));
    }

    @Test
    void fork_ofAStrategy_countsWhatItsTapeSays() {
        ForkResult result = stopwatch(MixedCallersBenchmark.class).measure(new Cell("MUTEX", 90, 1));

        ForkResult.Iteration iteration = result.iterations().get(0);
        assertThat(iteration.reads() / iteration.operations()).isCloseTo(0.9, within(0.02));
        assertThat(iteration.effective()).isBetween(0.9 * iteration.operations(), iteration.operations());
    }

    private JmhStopwatch stopwatch(Class<?> benchmark) {
        return new JmhStopwatch(
                benchmark,
                Budget.SMOKE,
                /* callers= */ 4,
                /* sessions= */ 10,
                /* seed= */ 7,
                /* boundSeconds= */ 120,
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }
}
