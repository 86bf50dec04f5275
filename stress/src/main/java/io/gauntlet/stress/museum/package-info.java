/**
 * The museum of real bugs: small re-creations, in our own code, of bugs that were published or that this project began with.
 * They put the checkers on trial.
 *
 * <p>{@link io.gauntlet.stress.museum.Museum} lists them, each an {@link io.gauntlet.stress.museum.Exhibit} with where it
 * happened and who must catch it. An exhibit is right for one caller at a time wherever the original was. What exhibits share
 * ({@code OneLockPerField}, {@code UnderOneGuard}) is right code. Nothing here knows a checker's program or a subject.
 */
@NullMarked
package io.gauntlet.stress.museum;

import org.jspecify.annotations.NullMarked;
