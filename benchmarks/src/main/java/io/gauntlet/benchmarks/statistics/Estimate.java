package io.gauntlet.benchmarks.statistics;

import java.util.Optional;

/**
 * A mean, and how far off it may be.
 *
 * @param value what was observed
 * @param interval absent where the observations do not say how another run would differ, see {@link Bootstrap}
 */
public record Estimate(double value, Optional<Interval> interval) {}
