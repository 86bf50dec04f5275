/**
 * When a JVM has warmed up: what is played until its compiler has nothing more to do. Knows neither JMH nor coordinators, and
 * takes clock and compiler from outside.
 */
@NullMarked
package io.gauntlet.benchmarks.warmup;

import org.jspecify.annotations.NullMarked;
