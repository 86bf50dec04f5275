/** The prosecution itself on trial: each of its tools broken on purpose. None may end green. */
@NullMarked
package io.gauntlet.stress.failopen;

import org.jspecify.annotations.NullMarked;
