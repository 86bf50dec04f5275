package io.gauntlet.benchmarks.fork;

import io.gauntlet.benchmarks.fork.ThroughputFork.Iteration;
import io.gauntlet.benchmarks.statistics.SteadyState;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a JVM was in its steady state while operations were counted.
 *
 * @param whyNot what showed that it was not; empty if it was
 * @param earlier the JVMs of the same cell that were not, and in whose place this one was run, in order
 */
public record Settlement(String whyNot, WarmedUp warmedUp, List<Unsettled> earlier) {

    public Settlement {
        earlier = List.copyOf(earlier);
    }

    /** A JVM that was run again. */
    public record Unsettled(String whyNot, List<Iteration> iterations) {

        public Unsettled {
            iterations = List.copyOf(iterations);
        }
    }

    /** Returns what is known of the first JVM of a cell: a compiler that is busy unsettles it, whatever was counted. */
    static Settlement of(WarmedUp warmedUp, List<Iteration> iterations) {
        String whyNot = warmedUp.whyNotIdle().isEmpty()
                ? SteadyState.USUAL
                        .whyNot(iterations.stream().map(Iteration::operations).toList())
                        .orElse("")
                : warmedUp.whyNotIdle();
        return new Settlement(whyNot, warmedUp, List.of());
    }

    /** Returns the same for a JVM that was run in the place of another. */
    Settlement inPlaceOf(ThroughputFork other) {
        return new Settlement(
                whyNot,
                warmedUp,
                Stream.concat(
                                other.settlement().earlier().stream(),
                                Stream.of(new Unsettled(other.settlement().whyNot(), other.iterations())))
                        .toList());
    }

    public boolean settled() {
        return whyNot.isEmpty();
    }
}
