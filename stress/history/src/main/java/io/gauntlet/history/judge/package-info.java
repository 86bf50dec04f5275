/**
 * Decides whether any order explains a history: a search, the table that it runs on, and a replayer that believes neither.
 *
 * <p>Knows the history and the coordinator's rules; knows no recorder, no file and no strategy. For one thread at a time.
 */
@NullMarked
package io.gauntlet.history.judge;

import org.jspecify.annotations.NullMarked;
