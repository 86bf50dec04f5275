/**
 * One comparison from plan to evidence: cells in a seeded order, each a JVM of its own, and what is concluded from them.
 * The only package that knows evidence.
 */
@NullMarked
package io.gauntlet.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
