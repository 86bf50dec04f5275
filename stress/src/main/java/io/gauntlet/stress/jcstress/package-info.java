/**
 * jcstress at work on a subject: two callers a few machine instructions apart, millions of times, in compiled code on real
 * processors.
 */
@NullMarked
package io.gauntlet.stress.jcstress;

import org.jspecify.annotations.NullMarked;
