package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.CostFork;
import io.gauntlet.benchmarks.fork.ForkResult;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.fork.Settlement;
import io.gauntlet.benchmarks.fork.ThroughputFork;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far a sitting is. The time left is told by what forks of each part have taken so far, or else are expected to. */
final class Progress {

    private final Workload workload;
    private final int planned;
    private final Map<Part, Integer> left = new EnumMap<>(Part.class);
    private final Map<Part, Integer> done = new EnumMap<>(Part.class);
    private final Map<Part, Double> seconds = new EnumMap<>(Part.class);

    /**
     * Begins.
     *
     * @param planned forks in all sittings together
     */
    Progress(Workload workload, int planned, List<Cell> missing) {
        this.workload = workload;
        this.planned = planned;
        missing.forEach(cell -> left.merge(Part.of(cell), 1, Integer::sum));
    }

    /** Notes a finished fork and returns the line that tells of it. */
    String finished(ForkResult result, double forkSeconds, double elapsedSeconds) {
        Part part = Part.of(result.cell());
        left.merge(part, -1, Integer::sum);
        done.merge(part, 1, Integer::sum);
        seconds.merge(part, forkSeconds, Double::sum);
        return String.format(
                Locale.ROOT,
                "[%d/%d] %s, round %d: %s in %.1f s; %s elapsed, about %s left",
                planned - forksLeft(),
                planned,
                Texts.of(result.cell()),
                result.cell().round(),
                outcome(result),
                forkSeconds,
                Texts.duration(elapsedSeconds),
                Texts.duration(secondsLeft()));
    }

    int forksLeft() {
        return left.values().stream().mapToInt(Integer::intValue).sum();
    }

    double secondsLeft() {
        return left.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * secondsPerFork(entry.getKey()))
                .sum();
    }

    private double secondsPerFork(Part part) {
        int count = done.getOrDefault(part, 0);
        return count == 0 ? workload.secondsPerFork(part) : seconds.getOrDefault(part, 0.0) / count;
    }

    private static String outcome(ForkResult result) {
        if (result instanceof ThroughputFork throughput) {
            return String.format(Locale.ROOT, "%,.0f operations/s", throughput.operations())
                    + settlement(throughput.settlement());
        }
        if (result instanceof CostFork cost) {
            return String.format(
                    Locale.ROOT,
                    "%,.0f ns, %,.0f bytes",
                    cost.nanos().stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElseThrow(),
                    cost.allocatedBytes());
        }
        if (result instanceof LatencyFork latency) {
            return String.format(
                    Locale.ROOT,
                    "%,.0f operations/s at most, %d of %d loads kept",
                    latency.capacityPerSecond(),
                    latency.loads().stream()
                            .filter(load -> load.whyNot().isEmpty())
                            .count(),
                    latency.loads().size());
        }
        throw new IllegalArgumentException("a result of unknown kind: " + result);
    }

    private static String settlement(Settlement settlement) {
        int jvms = settlement.earlier().size() + 1;
        if (settlement.settled()) {
            return jvms == 1 ? "" : ", settled in JVM " + jvms;
        }
        return ", UNSETTLED" + (jvms == 1 ? "" : " in each of " + jvms + " JVMs") + " (" + settlement.whyNot() + ")";
    }
}
