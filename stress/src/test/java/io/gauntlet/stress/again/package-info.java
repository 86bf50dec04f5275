/**
 * The tool that repeats our own tests and checks, and counts how often each is red by chance: {@code .ci/again}, a command, no
 * part of the build. It needs nothing but the JDK, and is compiled by itself, so that a build cannot replace its classes while
 * it runs.
 */
@NullMarked
package io.gauntlet.stress.again;

import org.jspecify.annotations.NullMarked;
