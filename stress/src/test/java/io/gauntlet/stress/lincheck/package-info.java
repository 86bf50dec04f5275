/**
 * Lincheck at work on a subject: small scenarios, in every schedule up to a bound (model checking) or in those that the
 * machine happens to make (stress), their answers judged by the reference.
 *
 * <p>{@link io.gauntlet.stress.lincheck.LincheckTrial} is the program. Lincheck makes the objects it works with by
 * reflection and can hand them nothing, so what they need and what they count is held for the whole JVM: one JVM is one
 * trial.
 */
@NullMarked
package io.gauntlet.stress.lincheck;

import org.jspecify.annotations.NullMarked;
