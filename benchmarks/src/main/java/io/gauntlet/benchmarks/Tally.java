package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.fork.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all callers together counted, iteration by iteration. JMH's own counters cannot tell: they make a rate of each caller's
 * count by that caller's own time.
 */
final class Tally {

    /** JMH makes its profilers itself, and hands them no state: there is one tally in a JVM. */
    private static volatile Optional<Counts> last = Optional.empty();

    private final List<Counts> measured = new ArrayList<>();
    private int iteration;
    private Counts counts = Counts.NONE;

    /** Returns what was counted since it was forgotten, by whatever callers there are in this JVM. */
    static Optional<Counts> last() {
        return last;
    }

    static void forget() {
        last = Optional.empty();
    }

    /**
     * Adds what one caller counted.
     *
     * @param number of the iteration, the same for all callers, and another one each time
     */
    synchronized void add(int number, Phase phase, Counts ofCaller) {
        if (number != iteration) {
            iteration = number;
            counts = Counts.NONE;
            if (phase == Phase.MEASURED) {
                measured.add(counts);
            }
        }
        counts = counts.plus(ofCaller);
        if (phase == Phase.MEASURED) {
            measured.set(measured.size() - 1, counts);
        }
        last = Optional.of(counts);
    }

    /** Returns the iterations that were measured, in order. */
    synchronized List<Counts> measured() {
        return List.copyOf(measured);
    }
}
