/** The control group: the tests that the origin had, and that pass on what it got wrong. */
@NullMarked
package io.gauntlet.stress.smoke;

import org.jspecify.annotations.NullMarked;
