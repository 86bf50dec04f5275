/**
 * The prosecution: what is on trial, and the checkers that try it.
 *
 * <p>Every check of one subject by one checker runs in a JVM of its own and leaves one evidence file, also when it could not
 * run.
 */
@NullMarked
package io.gauntlet.stress;

import org.jspecify.annotations.NullMarked;
