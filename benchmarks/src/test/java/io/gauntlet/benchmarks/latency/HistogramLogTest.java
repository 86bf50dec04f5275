package io.gauntlet.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.LatencyResult.Kind;
import io.gauntlet.evidence.LatencyResult.Source;
import io.gauntlet.evidence.LatencyResult.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramLogTest {

    private static final LatencyCell CELL = new LatencyCell(
            "MUTEX", 4, CallerThreads.PLATFORM, /* readPercent= */ 90, /* sessions= */ 10, /* round= */ 1);

    @TempDir
    private Path folder;

    @Test
    void log_readAgain_isWhatWasRecorded() throws IOException {
        LatencyRun.Load load = new LatencyRun.Load(50, played(1), played(2));
        Path file = write(HistogramLog.write(CELL, 7, 1_000, load));

        Map<HistogramLog.Tag, Histogram> read = HistogramLog.read(file);

        assertThat(read).hasSize(8);
        read.forEach((tag, histogram) -> {
            Played played = tag.source() == Source.SUBJECT ? load.subject() : load.noOp();
            assertThat(histogram)
                    .as(tag.toString())
                    .isEqualTo(played.distributions().of(tag.kind(), tag.view()));
        });
        assertThat(read.get(new HistogramLog.Tag(Source.NO_OP, Kind.WRITE, View.IN_SERVICE)))
                .isNotEqualTo(read.get(new HistogramLog.Tag(Source.NO_OP, Kind.WRITE, View.SINCE_DUE)));
    }

    @Test
    void log_saysWhatItIsOf() throws IOException {
        LatencyRun.Load load = new LatencyRun.Load(50, played(1), played(2));

        assertThat(new String(HistogramLog.write(CELL, 7, 1_000, load), StandardCharsets.US_ASCII))
                .contains("#[MUTEX; 4 callers, PLATFORM threads; 90 % reads; 10 sessions; round 1; seed 7]")
                .contains("#[load: 50 % of capacity, 1000 calls/s due on a Poisson schedule]")
                .contains("in nanoseconds")
                .contains("#[StartTime: 1700000000.000 ")
                .contains("\nTag=SUBJECT-READ-SINCE_DUE,0.000,0.100,");
    }

    @Test
    void log_truncated_isRefused() throws IOException {
        byte[] whole = HistogramLog.write(CELL, 7, 1_000, new LatencyRun.Load(50, played(1), played(2)));
        String text = new String(whole, StandardCharsets.US_ASCII);
        Path betweenLines = write(text.substring(0, text.lastIndexOf("Tag=")).getBytes(StandardCharsets.US_ASCII));
        assertThatIOException()
                .isThrownBy(() -> HistogramLog.read(betweenLines))
                .withMessageContaining(betweenLines + " is truncated: it has 7 of 8 histograms");

        Path insideALine = write(text.substring(0, text.length() - 40).getBytes(StandardCharsets.US_ASCII));
        assertThatIOException()
                .isThrownBy(() -> HistogramLog.read(insideALine))
                .withMessageContaining(insideALine.toString());
    }

    @Test
    void log_ofOthers_isRefused() throws IOException {
        String text = new String(
                HistogramLog.write(CELL, 7, 1_000, new LatencyRun.Load(50, played(1), played(2))),
                StandardCharsets.US_ASCII);
        Path file = write(text.replace("Tag=NO_OP-", "Tag=OTHER-").getBytes(StandardCharsets.US_ASCII));

        assertThatIOException()
                .isThrownBy(() -> HistogramLog.read(file))
                .withMessageContaining("tagged 'OTHER-READ-SINCE_DUE': allowed are SUBJECT-READ-SINCE_DUE");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.hlog"), bytes);
    }

    private static Played played(long seed) {
        Distributions distributions = Distributions.empty();
        Random random = new Random(seed);
        for (Kind kind : Kind.values()) {
            for (View view : View.values()) {
                for (int call = 0; call < 1_000; call++) {
                    distributions.of(kind, view).recordValue(random.nextInt(1, 1_000_000_000));
                }
            }
        }
        return new Played(
                Tally.NOTHING, new Window(0, 0, 100_000_000, 200_000_000), "", distributions, 1_700_000_000_000L);
    }
}
