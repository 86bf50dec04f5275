/** The experiment that asks what noise is worth, by the exhibits of the museum: a command, no part of the build. */
@NullMarked
package io.gauntlet.stress.noise;

import org.jspecify.annotations.NullMarked;
