package io.gauntlet.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gauntlet.benchmarks.fork.JudgedHistory;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.fork.LatencyTiming;
import io.gauntlet.benchmarks.fork.MeasurementException;
import io.gauntlet.evidence.CallerThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LatencyStopwatchTest {

    private static final long BOUND_MILLIS = 180_000;
    private static final LatencyCell CELL = new LatencyCell(
            "MUTEX", 4, CallerThreads.PLATFORM, /* readPercent= */ 90, /* sessions= */ 10, /* round= */ 1);

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void fork_atALightLoad_bringsItsTimes() throws IOException {
        // The machine may be too busy for any load.
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        LatencyFork fork;
        do {
            fork = stopwatch(LatencyMain.class, BOUND_MILLIS).measure(CELL);
        } while (!fork.loads().get(0).whyNot().isEmpty() && System.nanoTime() - deadline < 0);

        assertThat(fork.cell()).isEqualTo(CELL);
        assertThat(LatencyFindings.of(List.of(fork), folder)).singleElement().satisfies(light -> {
            assertThat(light.sustained()).as(light.whyNot()).isTrue();
            assertThat(light.distributions()).hasSize(8);
        });
        assertThat(folder).isDirectoryNotContaining(file -> !file.toString().endsWith(".load5.hlog"));
    }

    @Test
    void fork_thatIsAskedSomethingImpossible_saysWhat() {
        LatencyCell impossible = new LatencyCell("NOBODY", 4, CallerThreads.PLATFORM, 90, 10, 1);

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch(LatencyMain.class, BOUND_MILLIS).measure(impossible))
                .withMessageContaining(
                        "latency of NOBODY with 4 callers on platform threads at 90 % reads of 10 sessions,"
                                + " round 1 failed: exit code 2: strategy 'NOBODY' is unknown");
    }

    @Test
    void fork_thatFails_isNoMeasurement() {
        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch(FailingFork.class, BOUND_MILLIS).measure(CELL))
                .withMessageContaining("latency of MUTEX")
                .withMessageEndingWith("failed: exit code 1: planted");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("ERROR: planted");
    }

    @Test
    void fork_thatHangs_isStoppedWithItsChildren() {
        // Until it was given the time to have a child.
        for (long bound = 1_500; !log.toString(StandardCharsets.UTF_8).contains(HangingFork.HAS_A_CHILD); bound *= 2) {
            long millis = bound;
            assertThatExceptionOfType(MeasurementException.class)
                    .isThrownBy(() -> stopwatch(HangingFork.class, millis).measure(CELL))
                    .withMessageContaining("it did not end within " + millis + " ms and was stopped");
        }
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void fork_thatWritesHalfAResult_isNoMeasurement() {
        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch(TruncatingFork.class, BOUND_MILLIS).measure(CELL))
                .withMessageContaining("the result")
                .withMessageContaining("is not whole");
    }

    @Test
    void fork_thatWritesNothing_isNoMeasurementThoughAnEarlierOneDid() throws IOException {
        Path earlier = folder.resolve(LatencyFiles.resultName(CELL));
        LatencyFiles.write(earlier, LatencyFiles.toJson(new LatencyFork(CELL, 1, JudgedHistory.NONE, List.of())));

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> stopwatch(SilentFork.class, BOUND_MILLIS).measure(CELL))
                .withMessageContaining("there is no result");
    }

    @Test
    void stopwatch_interrupted_stopsItsFork() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        StringBuilder message = new StringBuilder();
        Thread measuring = new Thread(() -> {
            try {
                stopwatch(HangingFork.class, BOUND_MILLIS).measure(CELL);
            } catch (MeasurementException expected) {
                message.append(expected.getMessage())
                        .append(Thread.currentThread().isInterrupted());
            }
            stopped.countDown();
        });
        measuring.start();
        awaitInLog(HangingFork.HAS_A_CHILD);
        measuring.interrupt();

        assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(message).contains("was interrupted, its JVM stopped").endsWith("true");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private void awaitInLog(String words) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!log.toString(StandardCharsets.UTF_8).contains(words)) {
            assertThat(deadline - System.nanoTime())
                    .as("nanoseconds left for the log to say '%s'", words)
                    .isPositive();
            Thread.onSpinWait();
        }
    }

    private LatencyStopwatch stopwatch(Class<?> main, long boundMillis) {
        LatencyTiming timing = new LatencyTiming(
                /* warmUpMillis= */ 300, /* capacityMillis= */ 200, /* loadMillis= */ 400, List.of(5));
        return new LatencyStopwatch(
                timing,
                /* seed= */ 7,
                folder,
                boundMillis,
                new PrintStream(log, true, StandardCharsets.UTF_8),
                main.getName());
    }

    /** Says why and fails. */
    static final class FailingFork {
        public static void main(String[] arguments) {
            System.err.println("ERROR: planted");
            System.err.println("more of it");
            System.exit(1);
        }
    }

    /** Never ends, and has a child that would not either. */
    static final class HangingFork {
        static final String HAS_A_CHILD = "it has a child";

        public static void main(String[] arguments) throws IOException, InterruptedException {
            new ProcessBuilder("sleep", "600").start();
            System.out.println(HAS_A_CHILD);
            new CountDownLatch(1).await();
        }
    }

    /** Ends well without a word. */
    static final class SilentFork {
        public static void main(String[] arguments) {}
    }

    /** Writes the first half of a result. */
    static final class TruncatingFork {
        public static void main(String[] arguments) throws IOException {
            LatencyRequest request = LatencyRequest.parse(List.of(arguments));
            byte[] whole = LatencyFiles.toJson(new LatencyFork(request.cell(), 1, JudgedHistory.NONE, List.of()));
            byte[] half = Arrays.copyOf(whole, whole.length / 2);
            Files.write(request.folder().resolve(LatencyFiles.resultName(request.cell())), half);
        }
    }
}
