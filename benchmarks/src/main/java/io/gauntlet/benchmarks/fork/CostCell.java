package io.gauntlet.benchmarks.fork;

/** Time and allocation of one operation, for a caller who is alone. */
public record CostCell(String subject, String operation, int sessions, int round) implements Cell {}
