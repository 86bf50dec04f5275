/**
 * A history: what every caller asked, what each was told, and when. The values that a recorder makes and a judge reads; they
 * know neither.
 */
@NullMarked
package io.gauntlet.history;

import org.jspecify.annotations.NullMarked;
