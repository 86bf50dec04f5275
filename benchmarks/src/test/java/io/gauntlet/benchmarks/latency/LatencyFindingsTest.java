package io.gauntlet.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.fork.JudgedHistory;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.JudgedCalls;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.LatencyResult.Distribution;
import io.gauntlet.evidence.LatencyResult.Kind;
import io.gauntlet.evidence.LatencyResult.Percentile;
import io.gauntlet.evidence.LatencyResult.Source;
import io.gauntlet.evidence.LatencyResult.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyFindingsTest {

    private static final JudgedHistory HISTORY =
            new JudgedHistory(JudgedHistory.Verdict.LINEARIZABLE, "", 2, 100, 10, 500, 1_000);

    @TempDir
    private Path folder;

    @Test
    void twoForks_areOneHistogram() throws IOException {
        LatencyFork first = fork("MUTEX", 1, 1_000, LongStream.rangeClosed(1, 40_000));
        LatencyFork second = fork("MUTEX", 2, 3_000, LongStream.rangeClosed(40_001, 100_000));

        LatencyResult merged =
                LatencyFindings.of(List.of(first, second), folder).get(0);
        LatencyResult whole = LatencyFindings.of(
                        List.of(fork("MUTEX", 3, 1_000, LongStream.rangeClosed(1, 100_000))), folder)
                .get(0);

        assertThat(merged.distributions()).isEqualTo(whole.distributions());
        assertThat(merged.forks()).isEqualTo(2);
        assertThat(merged.capacityPerSecond()).isEqualTo(2_000);
        assertThat(percentile(merged, 50)).isCloseTo(50, within(0.05));
        assertThat(percentile(merged, 99.99)).isCloseTo(100, within(0.1));
    }

    @Test
    void percentiles_areThoseThatTheCallsSupport() throws IOException {
        assertThat(percents(19)).containsExactly(100.0);
        assertThat(percents(20)).containsExactly(50.0, 100.0);
        assertThat(percents(999)).containsExactly(50.0, 75.0, 90.0, 95.0, 100.0);
        assertThat(percents(1_000)).containsExactly(50.0, 75.0, 90.0, 95.0, 99.0, 100.0);
        assertThat(percents(10_000)).containsExactly(50.0, 75.0, 90.0, 95.0, 99.0, 99.9, 100.0);
        assertThat(percents(100_000)).containsExactly(50.0, 75.0, 90.0, 95.0, 99.0, 99.9, 99.99, 100.0);
    }

    @Test
    void kinds_withoutACall_haveNoDistribution() throws IOException {
        LatencyResult result = LatencyFindings.of(
                        List.of(fork("MUTEX", 1, 1_000, LongStream.rangeClosed(1, 100))), folder)
                .get(0);

        assertThat(result.distributions())
                .extracting(Distribution::source, Distribution::kind, Distribution::view)
                .containsExactly(tuple(Source.SUBJECT, Kind.READ, View.SINCE_DUE));
    }

    @Test
    void load_thatOneForkDidNotKeep_wasNotKept() throws IOException {
        LatencyFork kept = fork("MUTEX", 1, 1_000, LongStream.rangeClosed(1, 100));
        LatencyFork notKept = new LatencyFork(
                cell("MUTEX", 2), 900, HISTORY, List.of(new LatencyFork.Load(50, 450, 300, "callers fell behind", "")));

        assertThat(LatencyFindings.of(List.of(kept, notKept), folder))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.sustained()).isFalse();
                    assertThat(result.whyNot()).isEqualTo("1 of 2 JVMs did not keep it: callers fell behind");
                    assertThat(result.judged())
                            .isEqualTo(new JudgedCalls(2, 2, 2, 0, "", 4, 200, 20, 500.0, (0.5 + 500 / 900.0) / 2));
                    assertThat(result.distributions()).isEmpty();
                });
    }

    @Test
    void subjects_areToldApart() throws IOException {
        LatencyFork mutex = fork("MUTEX", 1, 1_000, LongStream.rangeClosed(1, 100));
        LatencyFork lockFree = fork("LOCK_FREE", 1, 1_000, LongStream.rangeClosed(1, 100));

        assertThat(LatencyFindings.of(List.of(mutex, lockFree), folder))
                .extracting(LatencyResult::subject)
                .containsExactly("MUTEX", "LOCK_FREE");
    }

    @Test
    void log_thatIsMissing_isNamed() throws IOException {
        LatencyFork fork = fork("MUTEX", 1, 1_000, LongStream.rangeClosed(1, 100));
        Path log = folder.resolve(fork.loads().get(0).histograms());
        Files.delete(log);

        assertThatIOException()
                .isThrownBy(() -> LatencyFindings.of(List.of(fork), folder))
                .withMessageContaining(log.toString());
    }

    private List<Double> percents(int calls) throws IOException {
        LatencyFork fork = fork("MUTEX", 1, 1_000, LongStream.rangeClosed(1, calls));
        return LatencyFindings.of(List.of(fork), folder).get(0).distributions().get(0).percentiles().stream()
                .map(Percentile::percent)
                .toList();
    }

    private static double percentile(LatencyResult result, double percent) {
        return result.distributions().get(0).percentiles().stream()
                .filter(percentile -> percentile.percent() == percent)
                .findFirst()
                .orElseThrow()
                .micros();
    }

    private static LatencyCell cell(String subject, int round) {
        return new LatencyCell(subject, 4, CallerThreads.PLATFORM, /* readPercent= */ 100, /* sessions= */ 10, round);
    }

    /** A fork that kept 50 %, whose reads took these times since due. */
    private LatencyFork fork(String subject, int round, double capacity, LongStream nanos) throws IOException {
        Distributions distributions = Distributions.empty();
        Histogram sinceDue = distributions.reads().sinceDue();
        nanos.forEach(sinceDue::recordValue);
        Window window = new Window(0, 0, 100, 200);
        LatencyRun.Load load = new LatencyRun.Load(
                50,
                new Played(Tally.NOTHING, window, "", distributions, 0),
                new Played(Tally.NOTHING, window, "", Distributions.empty(), 0));
        LatencyCell cell = cell(subject, round);
        String name = LatencyFiles.logName(cell, 50);
        LatencyFiles.write(folder.resolve(name), HistogramLog.write(cell, 7, capacity / 2, load));
        return new LatencyFork(
                cell, capacity, HISTORY, List.of(new LatencyFork.Load(50, capacity / 2, capacity / 2, "", name)));
    }
}
