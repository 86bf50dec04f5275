package io.gauntlet.history.record;

import io.gauntlet.history.History;

/** Who takes the windows of a run, one after the other, each while all callers stand still: a judge, a file, a list. */
@FunctionalInterface
public interface WindowSink {

    /**
     * Takes a window. Callers wait for it, so it has to end within their patience.
     *
     * @return whether the run goes on
     */
    boolean take(History window);
}
