package io.gauntlet.benchmarks.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.BrokenInvariantsBenchmark;
import io.gauntlet.benchmarks.MixedCallersBenchmark;
import io.gauntlet.benchmarks.StaleAnswersBenchmark;
import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.fork.ThroughputFork.Iteration;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import io.gauntlet.evidence.RegimeResult.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ThroughputStopwatchTest {

    private static final Regime MIXED = new Regime(4, CallerThreads.PLATFORM, 0, 90, 10);
    private static final Regime HALF_READS = new Regime(4, CallerThreads.PLATFORM, 0, 50, 10);
    private static final Regime ASYMMETRIC = new Regime(4, CallerThreads.PLATFORM, 1, 100, 10);

    private static final int OFTEN = 1_000;

    @TempDir
    private Path folder;

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
    void fork_whoseAnswersAreStaleAndItsInvariantsSound_isNoMeasurementAndLeavesTheWindow() {
        ThroughputCell cell = new ThroughputCell("MUTEX", HALF_READS, 1);
        Path window = folder.resolve(WindowFile.name(cell));

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch(StaleAnswersBenchmark.class).measure(cell))
                .withMessageContaining(cell + " failed: MUTEX at 50 % reads was NOT LINEARIZABLE")
                .withMessageContaining("HistoryMain judge " + window);
        assertThat(window).isNotEmptyFile();
    }

    @Test
    void fork_thatWasNotRecorded_hasNoVerdict() {
        ThroughputFork fork =
                stopwatch(MixedCallersBenchmark.class, Optional.empty()).measure(new ThroughputCell("MUTEX", MIXED, 1));

        assertThat(fork.history()).isEqualTo(JudgedHistory.NONE);
        assertThat(fork.history().linearizable()).isFalse();
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
                .isThrownBy(() -> stopwatch(
                                MixedCallersBenchmark.class,
                                Optional.of(folder),
                                /* iterationMillis= */ 60_000,
                                /* boundSeconds= */ 1)
                        .measure(new ThroughputCell("MUTEX", MIXED, 1)))
                .withMessageContaining("did not end within 1 s");
    }

    @Test
    void fork_ofTheYardstickAgain_countsWhatItsTapeSaysAndTimesEachCaller() {
        ThroughputCell cell = new ThroughputCell("MUTEX_AGAIN", MIXED, 1);

        ThroughputFork fork = measureUntilAllHadTheirTurn(cell);

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
        // On a machine that is busy with other things callers may be served one after the other.
        assertThat(fork.history().why())
                .isIn("", "none of the " + fork.history().calls() + " calls recorded overlapped another");
        assertThat(fork.settlement().whyNot()).startsWith("the compiler was not idle after ");
        assertThat(fork.settlement().warmedUp().warmUpMillis()).isGreaterThanOrEqualTo(500);
        assertThat(fork.history().windows()).isBetween(6, 36);
        assertThat(fork.history().calls()).isEqualTo(fork.history().windows() * 512L);
        assertThat(fork.history().callsPerSecond()).isPositive();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fork_withADedicatedWriter_keepsReadersAndWriterApart() {
        ThroughputFork fork = measureUntilAllHadTheirTurn(new ThroughputCell("COPY_ON_WRITE", ASYMMETRIC, 1));

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

    /** Measures again, for some minutes at most, until the machine let each caller call often enough to tell shares. */
    private ThroughputFork measureUntilAllHadTheirTurn(ThroughputCell cell) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        ThroughputFork fork;
        do {
            fork = stopwatch(MixedCallersBenchmark.class).measure(cell);
        } while (!allHadTheirTurn(fork) && System.nanoTime() - deadline < 0);
        return fork;
    }

    private static boolean allHadTheirTurn(ThroughputFork fork) {
        return fork.callers().stream().allMatch(caller -> caller.reads() + caller.writes() >= OFTEN)
                && fork.iterations().stream().allMatch(iteration -> iteration.operations() > 0);
    }

    private ThroughputStopwatch stopwatch(Class<?> benchmark) {
        return stopwatch(benchmark, Optional.of(folder));
    }

    private ThroughputStopwatch stopwatch(Class<?> benchmark, Optional<Path> windows) {
        return stopwatch(benchmark, windows, /* iterationMillis= */ 200, /* boundSeconds= */ 300);
    }

    private ThroughputStopwatch stopwatch(
            Class<?> benchmark, Optional<Path> windows, int iterationMillis, int boundSeconds) {
        return new ThroughputStopwatch(
                benchmark,
                new JmhTiming(/* warmUpIterations= */ 1, /* warmUpMillis= */ 200, /* iterations= */ 2, iterationMillis),
                /* warmUpMillis= */ 500,
                /* seed= */ 7,
                windows,
                boundSeconds,
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }
}
