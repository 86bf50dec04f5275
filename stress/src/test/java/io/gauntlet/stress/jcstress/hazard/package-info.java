/**
 * Puts the outcome lists of the hazards on trial: every order of the operations is run on the reference, one operation at a
 * time, and what came out must be what the lists accept.
 */
@NullMarked
package io.gauntlet.stress.jcstress.hazard;

import org.jspecify.annotations.NullMarked;
