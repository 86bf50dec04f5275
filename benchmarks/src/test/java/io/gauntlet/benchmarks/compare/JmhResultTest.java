package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.ForkResult;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JmhResultTest {

    @TempDir
    private Path folder;

    @Test
    void throughput_hasOneEntryWithTheIterationsOfAllForks() {
        JsonNode entry = only(
                Fakes.throughput(new ThroughputCell("MUTEX", Fakes.REGIME, 1)),
                Fakes.throughput(new ThroughputCell("MUTEX", Fakes.REGIME, 2)));

        assertThat(entry.path("benchmark").stringValue())
                .isEqualTo("io.gauntlet.benchmarks.MixedCallersBenchmark.operation");
        assertThat(entry.path("mode").stringValue()).isEqualTo("thrpt");
        assertThat(entry.path("threads").intValue()).isEqualTo(2);
        assertThat(entry.path("forks").intValue()).isEqualTo(2);
        assertThat(entry.path("measurementIterations").intValue()).isEqualTo(3);
        assertThat(entry.path("params").path("strategy").stringValue()).isEqualTo("MUTEX");
        assertThat(entry.path("params").path("readPercent").stringValue()).isEqualTo("90");
        assertThat(entry.path("params").path("sessions").stringValue()).isEqualTo("10");
        assertThat(entry.path("params").path("dedicatedWriters").stringValue()).isEqualTo("0");
        assertThat(entry.path("params").path("threads").stringValue()).isEqualTo("PLATFORM");
        JsonNode primary = entry.path("primaryMetric");
        assertThat(primary.path("scoreUnit").stringValue()).isEqualTo("ops/s");
        // (100 + 101 + 102) / 3 operations, 1 % more in the first round and 2 % in the second.
        assertThat(primary.path("score").doubleValue()).isCloseTo(101 * 1.015, within(1e-9));
        assertThat(primary.path("rawData").size()).isEqualTo(2);
        assertThat(primary.path("rawData").path(1).path(2).doubleValue()).isCloseTo(102 * 1.02, within(1e-9));
        assertThat(entry.path("secondaryMetrics").path("writes").path("score").doubleValue())
                .isCloseTo(10.15, within(1e-9));
    }

    @Test
    void cost_isAnAverageTimeWithItsAllocation() {
        JsonNode entry = only(Fakes.cost(new CostCell("LOCK_FREE", "getSession", 100, 1)));

        assertThat(entry.path("benchmark").stringValue())
                .isEqualTo("io.gauntlet.benchmarks.OperationCostBenchmark.getSession");
        assertThat(entry.path("mode").stringValue()).isEqualTo("avgt");
        assertThat(entry.path("primaryMetric").path("scoreUnit").stringValue()).isEqualTo("ns/op");
        assertThat(entry.path("primaryMetric").path("score").doubleValue()).isCloseTo(100, within(1e-9));
        JsonNode allocated = entry.path("secondaryMetrics").path("gc.alloc.rate.norm");
        assertThat(allocated.path("score").doubleValue()).isEqualTo(24);
        assertThat(allocated.path("scoreUnit").stringValue()).isEqualTo("B/op");
    }

    @Test
    void wholeRun_isOneListOfDistinctEntries() {
        List<ForkResult> forks = Fakes.request(folder, Existing.SPARE).plan().cells().stream()
                .filter(cell -> Part.of(cell) != Part.LATENCY)
                .map(cell -> cell instanceof ThroughputCell throughput
                        ? Fakes.throughput(throughput)
                        : (ForkResult) Fakes.cost((CostCell) cell))
                .toList();

        JsonNode entries = JsonMapper.shared().readTree(JmhResult.of(forks, Fakes.WORKLOAD));

        assertThat(entries.size()).isEqualTo(3 + 9);
    }

    private static JsonNode only(ForkResult... forks) {
        JsonNode entries = JsonMapper.shared().readTree(JmhResult.of(List.of(forks), Fakes.WORKLOAD));
        assertThat(entries.size()).isEqualTo(1);
        return entries.path(0);
    }
}
