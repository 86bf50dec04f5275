/**
 * One class for each {@link io.gauntlet.stress.hazard.Hazard}, of its name: who meets whom, and everything that may come out of
 * it, each with the order that explains it. A test runs all orders on the reference to show that the lists are complete.
 */
@NullMarked
package io.gauntlet.stress.jcstress.hazard;

import org.jspecify.annotations.NullMarked;
