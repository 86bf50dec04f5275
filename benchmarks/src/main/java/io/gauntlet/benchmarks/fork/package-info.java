/**
 * One JVM that is measured: what it is asked, how it is started and stopped, and what it brings back. Knows JMH, and neither
 * budgets nor what is concluded from many.
 */
@NullMarked
package io.gauntlet.benchmarks.fork;

import org.jspecify.annotations.NullMarked;
