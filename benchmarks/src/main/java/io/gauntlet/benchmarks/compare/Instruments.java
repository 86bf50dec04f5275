package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.CostFork;
import io.gauntlet.benchmarks.fork.ForkResult;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.fork.Stopwatch;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import io.gauntlet.benchmarks.fork.ThroughputFork;
import io.gauntlet.evidence.LatencyResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A stopwatch for each part.
 *
 * @param latencyFindings what forks say of latency, whose histograms only that stopwatch can read
 */
public record Instruments(
        Stopwatch<ThroughputCell, ThroughputFork> throughput,
        Stopwatch<CostCell, CostFork> costs,
        Stopwatch<LatencyCell, LatencyFork> latency,
        Function<List<LatencyFork>, List<LatencyResult>> latencyFindings) {

    /** Makes stopwatches for a run. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Makes them.
         *
         * @param forksFolder where histograms go
         * @param log where JMH's own output goes
         */
        Instruments make(CompareRequest request, Path forksFolder, PrintStream log);
    }

    ForkResult measure(Cell cell) {
        if (cell instanceof ThroughputCell throughputCell) {
            return throughput.measure(throughputCell);
        }
        if (cell instanceof CostCell costCell) {
            return costs.measure(costCell);
        }
        if (cell instanceof LatencyCell latencyCell) {
            return latency.measure(latencyCell);
        }
        throw new IllegalArgumentException("a cell of unknown kind: " + cell);
    }
}
