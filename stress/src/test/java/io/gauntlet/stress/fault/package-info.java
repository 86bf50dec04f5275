/** Each fault on right code, and with a bug that it alone brings to light. */
@NullMarked
package io.gauntlet.stress.fault;

import org.jspecify.annotations.NullMarked;
