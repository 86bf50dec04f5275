/**
 * What callers do while they are measured: who is measured, which sessions are open, and the tape of operations. Knows
 * coordinators, and neither JMH nor evidence.
 */
@NullMarked
package io.gauntlet.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
