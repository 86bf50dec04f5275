/**
 * What the callers of a measured trial were told in a part of it, and the verdict on that. Knows tapes and histories, and
 * neither JMH nor what is concluded from many trials.
 */
@NullMarked
package io.gauntlet.benchmarks.record;

import org.jspecify.annotations.NullMarked;
