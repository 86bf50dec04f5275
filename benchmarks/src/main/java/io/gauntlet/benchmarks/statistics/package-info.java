/**
 * What can be said of rates, and of ratios of two, from a few JVMs: arithmetic alone, knows nothing of benchmarks, JMH or
 * evidence. Standard distributions and regression come from Commons Math.
 *
 * <p>From {@link io.gauntlet.benchmarks.statistics.Replicates} a {@link io.gauntlet.benchmarks.statistics.Bootstrap} makes
 * estimates and ratios; ratios asked for together become {@linkplain io.gauntlet.benchmarks.statistics.Verdict verdicts},
 * pairs a {@link io.gauntlet.benchmarks.statistics.Ranking}. How often this claims a difference where there is none, and
 * how often it finds one, {@code FalseAlarmsAndPowerTest} counts and prints.
 */
@NullMarked
package io.gauntlet.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
