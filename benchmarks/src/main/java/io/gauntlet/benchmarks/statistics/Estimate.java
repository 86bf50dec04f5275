package io.gauntlet.benchmarks.statistics;

/** A value and the interval that holds 95 % of its resampled likes. */
public record Estimate(double value, double low, double high) {}
