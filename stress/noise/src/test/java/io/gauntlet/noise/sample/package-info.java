/** Small classes on trial: each does one kind of act of synchronization, and knows nothing of noise. */
@NullMarked
package io.gauntlet.noise.sample;

import org.jspecify.annotations.NullMarked;
