/**
 * Coordinators with a planted bug, right for one caller at a time and wrong for several: they put the checkers on trial.
 */
@NullMarked
package io.gauntlet.stress.knownbad;

import org.jspecify.annotations.NullMarked;
