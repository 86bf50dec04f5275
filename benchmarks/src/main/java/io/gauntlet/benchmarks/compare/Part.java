package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import java.util.Locale;

/** One kind of measurement. */
public enum Part {
    /** Many callers who never wait: how much gets done. */
    THROUGHPUT,
    /** One caller alone: what each operation costs. */
    COSTS,
    /** Many callers on a schedule: how long each call takes. */
    LATENCY;

    static Part of(Cell cell) {
        if (cell instanceof ThroughputCell) {
            return THROUGHPUT;
        }
        if (cell instanceof CostCell) {
            return COSTS;
        }
        if (cell instanceof LatencyCell) {
            return LATENCY;
        }
        throw new IllegalArgumentException("a cell of unknown kind: " + cell);
    }

    /** Returns the name that people type. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
