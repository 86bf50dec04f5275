/**
 * The stopwatch: JMH benchmarks and the two command lines that run them. {@link io.gauntlet.benchmarks.BenchmarksMain} is
 * JMH's own; {@link io.gauntlet.benchmarks.CompareMain} measures every strategy beside every other and leaves evidence.
 */
@NullMarked
package io.gauntlet.benchmarks;

import org.jspecify.annotations.NullMarked;
