package io.gauntlet.benchmarks.compare;

import io.gauntlet.evidence.Regime;
import java.util.Comparator;

/** The order in which regimes are shown, whatever order they were measured in. */
final class RegimeOrder {

    /** Platform threads first, then few sessions, few dedicated writers, few callers; within these most reads first. */
    static final Comparator<Regime> READING_FIRST = Comparator.comparing(Regime::threads)
            .thenComparingInt(Regime::sessions)
            .thenComparingInt(Regime::dedicatedWriters)
            .thenComparingInt(Regime::callers)
            .thenComparing(Regime::readPercent, Comparator.reverseOrder());

    private RegimeOrder() {}
}
