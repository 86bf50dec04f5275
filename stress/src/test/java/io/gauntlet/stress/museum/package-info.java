/** The exhibits on trial: that each is right for one caller, and really has the bug it is shown for. */
@NullMarked
package io.gauntlet.stress.museum;

import org.jspecify.annotations.NullMarked;
