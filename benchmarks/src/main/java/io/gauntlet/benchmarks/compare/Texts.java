package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How conditions, cells and times are called, in sentences and in file names. */
final class Texts {

    private Texts() {}

    static String of(Regime regime) {
        String who = callers(regime.callers(), regime.threads());
        String writers = regime.dedicatedWriters() == 0
                ? ""
                : ", " + regime.dedicatedWriters() + " of them only write, the others";
        return who + writers + (writers.isEmpty() ? ", " : " ") + regime.readPercent() + " % reads, "
                + regime.sessions() + " sessions";
    }

    static String callers(int callers, CallerThreads threads) {
        return callers + " " + threads.name().toLowerCase(Locale.ROOT) + (callers == 1 ? " caller" : " callers");
    }

    static String of(Cell cell) {
        if (cell instanceof ThroughputCell throughput) {
            return throughput.subject() + ", " + of(throughput.regime());
        }
        if (cell instanceof CostCell cost) {
            return cost.subject() + ", " + cost.operation() + " alone, " + cost.sessions() + " sessions";
        }
        if (cell instanceof LatencyCell latency) {
            return latency.subject() + ", latency, " + callers(latency.callers(), latency.threads()) + ", "
                    + latency.readPercent() + " % reads, " + latency.sessions() + " sessions";
        }
        throw new IllegalArgumentException("a cell of unknown kind: " + cell);
    }

    /** Returns the name of the file that holds what was measured of the cell. */
    static String fileName(Cell cell) {
        return Part.of(cell).label() + "." + cell.subject() + "." + conditions(cell) + ".round" + cell.round()
                + ".json";
    }

    private static String conditions(Cell cell) {
        if (cell instanceof ThroughputCell throughput) {
            Regime regime = throughput.regime();
            return callersKey(regime.callers(), regime.threads())
                    + (regime.dedicatedWriters() == 0 ? "" : "-writers" + regime.dedicatedWriters()) + "-reads"
                    + regime.readPercent() + "-sessions" + regime.sessions();
        }
        if (cell instanceof CostCell cost) {
            return cost.operation() + "-sessions" + cost.sessions();
        }
        if (cell instanceof LatencyCell latency) {
            return callersKey(latency.callers(), latency.threads()) + "-reads" + latency.readPercent() + "-sessions"
                    + latency.sessions();
        }
        throw new IllegalArgumentException("a cell of unknown kind: " + cell);
    }

    private static String callersKey(int callers, CallerThreads threads) {
        return threads.name().toLowerCase(Locale.ROOT) + callers;
    }

    static String join(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    /** Returns minutes and seconds, from an hour on hours and minutes. */
    static String duration(double seconds) {
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        return duration.toHours() == 0
                ? String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart())
                : String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
    }
}
