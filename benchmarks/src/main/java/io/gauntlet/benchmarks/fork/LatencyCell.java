package io.gauntlet.benchmarks.fork;

import io.gauntlet.evidence.CallerThreads;

/** Latency of an open loop, at all the loads that are asked for, one after the other in the same JVM. */
public record LatencyCell(String subject, int callers, CallerThreads threads, int readPercent, int sessions, int round)
        implements Cell {}
