/** The watchdog on trial. */
@NullMarked
package io.gauntlet.stress.watch;

import org.jspecify.annotations.NullMarked;
