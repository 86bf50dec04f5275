/**
 * How a check is run: a JVM of its own for each subject and checker, and a verdict that never comes out better than what
 * was seen to run.
 *
 * <p>{@link io.gauntlet.stress.trial.TrialMain} is the inside of such a JVM, {@link
 * io.gauntlet.stress.trial.CheckerProcess} its outside. The outside believes nothing but evidence that it can read.
 */
@NullMarked
package io.gauntlet.stress.trial;

import org.jspecify.annotations.NullMarked;
