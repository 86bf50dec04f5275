package io.gauntlet.benchmarks.fork;

import io.gauntlet.evidence.Regime;

/** Throughput of a closed loop under one regime. */
public record ThroughputCell(String subject, Regime regime, int round) implements Cell {}
