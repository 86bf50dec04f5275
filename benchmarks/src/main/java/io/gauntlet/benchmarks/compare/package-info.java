/**
 * A comparison of strategies from plan to evidence: which JVMs are measured in which order, how what they bring back is kept
 * through kills and crashes, and what is concluded from it. Takes its stopwatches as they are given.
 */
@NullMarked
package io.gauntlet.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
