/**
 * Many callers on one subject, each judging every answer that it gets by what can be said of that answer alone, and all
 * together keeping a ledger that must balance when they have gone home.
 *
 * <p>Or each writing down what it is told, and one judge of it all: {@link io.gauntlet.stress.soak.HistoryTrial}.
 *
 * <p>Nothing here waits without a bound: the {@link io.gauntlet.stress.watch.Watchdog} ends a run that stalls.
 */
@NullMarked
package io.gauntlet.stress.soak;

import org.jspecify.annotations.NullMarked;
