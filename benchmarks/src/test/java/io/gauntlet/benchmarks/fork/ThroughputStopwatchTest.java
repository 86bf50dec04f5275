package io.gauntlet.benchmarks.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.BrokenInvariantsBenchmark;
import io.gauntlet.benchmarks.MixedCallersBenchmark;
import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.fork.ThroughputFork.Iteration;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import io.gauntlet.evidence.RegimeResult.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@Tag("slow")
class ThroughputStopwatchTest {

    private static final Regime MIXED = new Regime(4, CallerThreads.PLATFORM, 0, 90, 10);
    private static final Regime ASYMMETRIC = new Regime(4, CallerThreads.PLATFORM, 1, 100, 10);

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void fork_whoseInvariantsAreBroken_isNoMeasurement() {
        ThroughputCell cell = new ThroughputCell("MUTEX", MIXED, 1);

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch(BrokenInvariantsBenchmark.class).measure(cell))
                .withMessageContaining(cell + " failed: MUTEX at 90 % reads broke its invariants");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("MUTEX at 90 % reads broke its invariants")
                .contains("nobody");
    }

    @Test
    void fork_ofTheReferenceThatWrites_isNoMeasurement() {
        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() ->
                        stopwatch(MixedCallersBenchmark.class).measure(new ThroughputCell("REFERENCE", ASYMMETRIC, 1)));
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("REFERENCE at 100 % reads, with 1 dedicated writers");
    }

    @Test
    void fork_thatDoesNotEndInTime_isStopped() {
        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch(MixedCallersBenchmark.class, /* boundSeconds= */ 1)
                        .measure(new ThroughputCell("MUTEX", MIXED, 1)))
                .withMessageContaining("did not end within 1 s");
    }

    @Test
    void fork_ofTheYardstickAgain_countsWhatItsTapeSaysAndTimesEachCaller() {
        ThroughputCell cell = new ThroughputCell("MUTEX_AGAIN", MIXED, 1);

        ThroughputFork fork = stopwatch(MixedCallersBenchmark.class).measure(cell);

        assertThat(fork.cell()).isEqualTo(cell);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("strategy = MUTEX)");
        assertThat(fork.iterations()).hasSize(2).allSatisfy(iteration -> {
            assertThat(iteration.reads() / iteration.operations()).isCloseTo(0.9, within(0.02));
            assertThat(iteration.effective()).isBetween(0.9 * iteration.operations(), iteration.operations());
        });
        assertThat(fork.callers()).hasSize(4).allSatisfy(caller -> {
            assertThat(caller.role()).isEqualTo(Role.ALIKE);
            assertThat(caller.reads()).isPositive();
            assertThat(caller.writes()).isPositive();
            assertThat(caller.longestReadNanos()).isPositive();
            assertThat(caller.longestWriteNanos()).isPositive();
        });
    }

    @Test
    void fork_withADedicatedWriter_keepsReadersAndWriterApart() {
        ThroughputFork fork =
                stopwatch(MixedCallersBenchmark.class).measure(new ThroughputCell("COPY_ON_WRITE", ASYMMETRIC, 1));

        CallerTotal writer = fork.callers().get(0);
        assertThat(writer.role()).isEqualTo(Role.WRITER);
        assertThat(writer.reads() + writer.longestReadNanos()).isZero();
        assertThat(writer.writes()).isPositive();
        assertThat(fork.callers().subList(1, 4)).allSatisfy(reader -> {
            assertThat(reader.role()).isEqualTo(Role.READER);
            assertThat(reader.reads()).isPositive();
            assertThat(reader.writes() + reader.longestWriteNanos()).isZero();
        });
        assertThat(fork.iterations())
                .allSatisfy(iteration -> assertThat(iteration)
                        .returns(true, both -> both.reads() > 0)
                        .returns(true, both -> both.writes() > 0));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void fork_ofVirtualCallers_runsOnVirtualThreads() {
        Regime virtual = new Regime(4, CallerThreads.VIRTUAL, 0, 90, 10);

        ThroughputFork fork = stopwatch(MixedCallersBenchmark.class).measure(new ThroughputCell("MUTEX", virtual, 1));

        assertThat(fork.iterations()).extracting(Iteration::operations).allMatch(rate -> rate > 0);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("-Djmh.executor=VIRTUAL");
    }

    private ThroughputStopwatch stopwatch(Class<?> benchmark) {
        return stopwatch(benchmark, /* boundSeconds= */ 120);
    }

    private ThroughputStopwatch stopwatch(Class<?> benchmark, int boundSeconds) {
        return new ThroughputStopwatch(
                benchmark,
                new JmhTiming(
                        /* warmUpIterations= */ 1,
                        /* warmUpMillis= */ 200,
                        /* iterations= */ 2,
                        /* iterationMillis= */ 200),
                /* seed= */ 7,
                boundSeconds,
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }
}
