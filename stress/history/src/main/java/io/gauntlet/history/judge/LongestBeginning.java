package io.gauntlet.history.judge;

import io.gauntlet.history.Call;
import io.gauntlet.history.History;

/**
 * The longest beginning of a history that some order explains.
 *
 * @param explained that beginning
 * @param order an order of its calls, by position, that explains it
 * @param impossible the beginning with one more return, which no order explains
 * @param unexplained the call that made that return
 * @param exact whether it is the longest; false where a limit was hit, and a longer one might be explained
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, and compared by nobody
record LongestBeginning(History explained, int[] order, History impossible, Call unexplained, boolean exact) {

    /**
     * Looks for it, from the return at which the search of the whole history came to its end. That search knew what came
     * later, and so may have given up sooner than the beginning alone demands: then more is tried, twice as much each time,
     * and after the first failure the half of what is left.
     *
     * @param explained how many returns the search of the whole history explained that found it impossible
     * @param deadline at which to be content with the longest found
     */
    static LongestBeginning of(History history, int explained, JudgeLimits limits, Deadline deadline) {
        int[] byReturn = new Timeline(history.calls()).byReturn;
        int longest = 0;
        int[] order = {};
        int impossible = byReturn.length;
        boolean exact = true;
        int stride = Math.max(1, explained);
        long mostNanos = 0;
        while (exact && longest + 1 < impossible) {
            if (deadline.isOverIn(mostNanos)) {
                exact = false;
                break;
            }
            long began = deadline.now();
            int probe = Math.min(longest + stride, impossible - 1);
            Search search = new Search(Beginning.of(history, byReturn, probe), limits, deadline);
            switch (search.run()) {
                case FOUND -> {
                    stride = longest == 0 ? 1 : Math.min(stride * 2, Math.max(1, (impossible - probe) / 2));
                    longest = probe;
                    order = search.order();
                }
                case IMPOSSIBLE -> {
                    impossible = probe;
                    stride = Math.max(1, (impossible - longest) / 2);
                }
                default -> exact = false;
            }
            mostNanos = Math.max(mostNanos, deadline.now() - began);
        }
        return new LongestBeginning(
                Beginning.of(history, byReturn, longest),
                order,
                Beginning.of(history, byReturn, impossible),
                history.calls().get(byReturn[impossible - 1]),
                exact);
    }
}
