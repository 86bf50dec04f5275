package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.CostFork;
import io.gauntlet.benchmarks.fork.JmhTiming;
import io.gauntlet.benchmarks.fork.JudgedHistory;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.fork.LatencyTiming;
import io.gauntlet.benchmarks.fork.MeasurementException;
import io.gauntlet.benchmarks.fork.Settlement;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import io.gauntlet.benchmarks.fork.ThroughputFork;
import io.gauntlet.benchmarks.fork.WarmedUp;
import io.gauntlet.benchmarks.record.HistoryFindings;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Regime;
import io.gauntlet.evidence.RegimeResult.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stopwatches that start no JVM: what they bring back follows from the cell alone, LOCK_FREE being twice as fast. */
final class Fakes {

    static final Provenance PROVENANCE = new Provenance(
            "a machine", 2, 1024, "17.0.15 (vendor)", "c0ffee0", "mvn verify", "2026-11-24T00:00:00Z", "0".repeat(64));

    static final Regime REGIME = new Regime(2, CallerThreads.PLATFORM, 0, 90, 10);

    /** Every part, two rounds of the first. */
    static final Workload WORKLOAD = new Workload(
            new Workload.Throughput(
                    List.of(REGIME), true, 2, new Workload.Settling(10, 2), new JmhTiming(1, 10, 3, 10), 3),
            new Workload.Costs(List.of("getSession"), List.of(10, 100, 1_000), true, 1, new JmhTiming(1, 10, 2, 10), 1),
            new Workload.Latency(
                    List.of(new Workload.Conditions(2, CallerThreads.PLATFORM, 90, 10)),
                    true,
                    1,
                    new LatencyTiming(10, 10, 10, List.of(50)),
                    5));

    static final JudgedHistory LINEARIZABLE =
            new JudgedHistory(JudgedHistory.Verdict.LINEARIZABLE, "", 6, 3_000, 1_000, 50, 1_000_000);

    static final JudgedHistory UNDECIDED =
            new JudgedHistory(JudgedHistory.Verdict.UNDECIDED, "steps: more than 1", 6, 3_000, 1_000, 50, 1_000_000);

    static final Settlement SETTLED = new Settlement("", new WarmedUp(4_000, 1, true, ""), List.of());

    private Fakes() {}

    static CompareRequest request(Path folder, Existing existing) {
        return request(folder, existing, WORKLOAD);
    }

    static CompareRequest request(Path folder, Existing existing, Workload workload) {
        return new CompareRequest(
                "quick",
                workload,
                List.of("MUTEX", "LOCK_FREE"),
                7,
                folder.resolve("results"),
                existing,
                folder.resolve("evidence"));
    }

    static ThroughputFork throughput(ThroughputCell cell) {
        double scale = (cell.subject().equals("LOCK_FREE") ? 2 : 1) * (1 + 0.01 * cell.round());
        return new ThroughputFork(
                cell,
                IntStream.range(0, 3)
                        .mapToObj(iteration ->
                                new ThroughputFork.Iteration((90 + iteration) * scale, 10 * scale, 80 * scale))
                        .toList(),
                callers(cell.regime()),
                LINEARIZABLE,
                SETTLED);
    }

    private static List<ThroughputFork.CallerTotal> callers(Regime regime) {
        return IntStream.range(0, regime.callers())
                .mapToObj(caller -> new ThroughputFork.CallerTotal(Role.ALIKE, 90, 10, 2_000_000, 1_000_000))
                .toList();
    }

    static CostFork cost(CostCell cell) {
        return new CostFork(cell, List.of(1.0 * cell.sessions(), 1.0 * cell.sessions()), 24);
    }

    static LatencyFork latency(LatencyCell cell, Path forksFolder) {
        String histograms = Texts.fileName(cell) + ".load50.hlog";
        try {
            Files.writeString(forksFolder.resolve(histograms), "histograms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LatencyFork(cell, 1_000, LINEARIZABLE, List.of(new LatencyFork.Load(50, 500, 499, "", histograms)));
    }

    private static List<LatencyResult> latencyFindings(List<LatencyFork> forks) {
        return forks.stream()
                .map(fork -> new LatencyResult(
                        fork.cell().subject(),
                        fork.cell().callers(),
                        fork.cell().threads(),
                        fork.cell().readPercent(),
                        fork.cell().sessions(),
                        50,
                        1,
                        fork.capacityPerSecond(),
                        500,
                        499,
                        true,
                        "",
                        Stream.of(LatencyResult.View.values())
                                .map(view -> new LatencyResult.Distribution(
                                        LatencyResult.Source.SUBJECT,
                                        LatencyResult.Kind.READ,
                                        view,
                                        499,
                                        List.of(
                                                new LatencyResult.Percentile(50, 10),
                                                new LatencyResult.Percentile(99, 20),
                                                new LatencyResult.Percentile(100, 30))))
                                .toList(),
                        HistoryFindings.of(List.of(fork), LatencyFork::history, LatencyFork::capacityPerSecond)))
                .toList();
    }

    /** Stopwatches that note which cells they are given, and fail at one of them. */
    static final class Recorder implements Instruments.Maker {

        final List<Cell> measured = new ArrayList<>();
        private final int failsAfter;

        Recorder() {
            this(Integer.MAX_VALUE);
        }

        Recorder(int failsAfter) {
            this.failsAfter = failsAfter;
        }

        @Override
        public Instruments make(CompareRequest request, Path forksFolder, java.io.PrintStream log) {
            return new Instruments(
                    cell -> throughput(note(cell)),
                    cell -> cost(note(cell)),
                    cell -> latency(note(cell), forksFolder),
                    Fakes::latencyFindings);
        }

        private <C extends Cell> C note(C cell) {
            if (measured.size() == failsAfter) {
                throw new MeasurementException("planted", new IllegalStateException());
            }
            measured.add(cell);
            return cell;
        }
    }
}
