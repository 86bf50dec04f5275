package io.gauntlet.history.judge;

import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.util.List;

/** What a judge found out about a history. Only {@link Linearizable} is good news. */
public sealed interface Verdict {

    /** Returns how many changes were tried on the way to it. */
    long steps();

    /**
     * An order explains every answer, and a {@link Replayer} has confirmed it.
     *
     * @param order the calls in that order; calls that never returned are in it where they must have taken effect
     * @param steps how many changes were tried
     */
    record Linearizable(List<Call> order, long steps) implements Verdict {
        public Linearizable {
            order = List.copyOf(order);
        }
    }

    /**
     * No order explains the answers.
     *
     * @param culprit a history that says less than the one judged, and that no order explains either: one or two calls that
     *     contradict each other whatever else was called, or else the calls that are needed for it and, as calls that never
     *     returned, those that may have changed something
     * @param explained an order that explains the longest linearizable beginning found, confirmed
     * @param unexplained the call whose return ends the shortest beginning that was found to be impossible
     * @param minimised whether nothing more could be left out of the culprit; false if a limit was hit before
     * @param steps how many changes were tried, those for the culprit not counted
     */
    record NotLinearizable(History culprit, List<Call> explained, Call unexplained, boolean minimised, long steps)
            implements Verdict {
        public NotLinearizable {
            explained = List.copyOf(explained);
        }
    }

    /**
     * A limit was hit before the search was over.
     *
     * @param limit which, and what it was
     * @param steps how many changes were tried
     */
    record Undecided(String limit, long steps) implements Verdict {}
}
