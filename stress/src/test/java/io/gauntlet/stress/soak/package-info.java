/** The soak on trial: wrong coordinators that it must catch. */
@NullMarked
package io.gauntlet.stress.soak;

import org.jspecify.annotations.NullMarked;
