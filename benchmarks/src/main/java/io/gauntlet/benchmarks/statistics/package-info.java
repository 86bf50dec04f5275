/** What can be said of a mean, or of a ratio of two, from a few JVMs: arithmetic alone, knows nothing of benchmarks. */
@NullMarked
package io.gauntlet.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
