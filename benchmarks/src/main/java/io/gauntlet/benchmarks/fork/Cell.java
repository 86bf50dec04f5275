package io.gauntlet.benchmarks.fork;

/** One JVM to be measured: who, how, and in which round. */
public sealed interface Cell permits ThroughputCell, CostCell, LatencyCell {

    /** Returns who is measured: a strategy's name, the ceiling's, or the yardstick's second name. */
    String subject();

    /** Returns the round, counted from 1; in each round every cell stands once. */
    int round();
}
