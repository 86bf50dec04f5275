/** What jcstress must catch before it is believed. */
@NullMarked
package io.gauntlet.stress.jcstress.canary;

import org.jspecify.annotations.NullMarked;
