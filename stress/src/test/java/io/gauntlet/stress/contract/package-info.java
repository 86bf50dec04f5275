/**
 * The rules, one caller at a time: the contract's test and the comparison with the reference, each in a JVM of its own so
 * that they leave evidence as every checker does.
 */
@NullMarked
package io.gauntlet.stress.contract;

import org.jspecify.annotations.NullMarked;
