/**
 * The open loop: callers whose calls are due on a schedule, in a JVM of their own; the program that runs there, the one that
 * starts it, and what is concluded from many. Knows HdrHistogram and the evidence of latency, not JMH.
 */
@NullMarked
package io.gauntlet.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
