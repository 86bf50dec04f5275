package io.gauntlet.benchmarks.latency;

import java.util.Locale;

/**
 * Decides whether callers kept the load they were offered.
 *
 * <p>A load is kept if what is left to do stays bounded, however much that is. At one that is not kept the backlog grows for
 * as long as the load is offered, and with it every wait: percentiles then say how long somebody measured. So there are none.
 *
 * <p><b>Measure.</b> The backlog is the number of calls due and not yet done, over all callers, at the opening, the middle
 * and the close of the window. Divided by the rate offered it is a time: how far callers are behind their schedule. A load
 * that exceeds what callers can do by a share e makes that time grow by e in every second; and it grew, over the window, by
 * just the share of the calls due that were not done in it. The two usual criteria, a growing backlog and a rate achieved
 * below the one offered, are one and the same number.
 *
 * <p><b>Allowance.</b> Callers that keep a load are behind too, and by varying times. When all of them can run and there are
 * many more than processors, one that has just lost its turn gets the next a whole rotation of the scheduler later, and what
 * was due to it meanwhile is a backlog that comes and goes. Less than a rotation is therefore no sign. Nor is less than
 * {@value #ALLOWED_PERCENT} % of the window: so much the schedule varies by chance, even with few calls. Nor is less than
 * {@value #HICCUP_MILLIS} ms: so long a collection of garbage or another process may take. In a window that is short beside
 * these the allowance ends at half of the window, or such a one would let everything pass.
 *
 * <p><b>Verdict.</b> Not kept, if the time behind grew by more than half of the allowance in <em>each</em> half of the
 * window. One long stall falls into one half and is no reason, and its full weight stays in the percentiles; so does a
 * backlog that rises to what a busy scheduler needs and stays there. Also not kept, if calls were still not made long after the
 * close, when nothing more was due.
 *
 * <p><b>Limit.</b> An excess below the allowance's share of the window is not seen. Longer windows see smaller ones.
 */
final class Backlog {

    static final int ALLOWED_PERCENT = 5;
    static final int HICCUP_MILLIS = 50;

    /** About what Linux gives a thread before it looks for another that waits. */
    private static final long TURN_NANOS = 3_000_000;

    private Backlog() {}

    /** Returns how long it takes until each of {@code callers} that all can run has had its turn. */
    static long rotationNanos(int callers, int processors) {
        return TURN_NANOS * callers / processors;
    }

    /**
     * Returns what showed that the load was not kept; empty if it was.
     *
     * @param rotationNanos see {@link #rotationNanos}
     */
    static String whyNot(Tally tally, Window window, long rotationNanos) {
        if (tally.due() == 0) {
            return String.format(Locale.ROOT, "no call was due in %.0f ms: nothing was measured", window.nanos() / 1e6);
        }
        double allowedNanos = allowedNanos(window.nanos(), rotationNanos);
        double nanosPerCall = (double) window.nanos() / tally.due();
        double opening = tally.atOpening().backlog() * nanosPerCall;
        double middle = tally.atMiddle().backlog() * nanosPerCall;
        double closing = tally.atClosing().backlog() * nanosPerCall;
        boolean growing = middle - opening > allowedNanos / 2 && closing - middle > allowedNanos / 2;
        if (!growing && tally.abandoned() == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "callers fell behind their schedule: by %.0f ms at the opening, %.0f ms in the middle and %.0f ms at the"
                        + " close of a window of %.0f ms, where growth of %.0f ms is allowed; %.1f %% of the calls due were done%s",
                opening / 1e6,
                middle / 1e6,
                closing / 1e6,
                window.nanos() / 1e6,
                allowedNanos / 1e6,
                100.0 * tally.done() / tally.due(),
                abandoned(tally));
    }

    private static double allowedNanos(long windowNanos, long rotationNanos) {
        double chance = windowNanos * ALLOWED_PERCENT / 100.0;
        double hiccup = HICCUP_MILLIS * 1e6;
        return Math.min(Math.max(Math.max(chance, hiccup), (double) rotationNanos), windowNanos / 2.0);
    }

    private static String abandoned(Tally tally) {
        return tally.abandoned() == 0
                ? ""
                : "; " + tally.abandoned() + " were still not made when callers gave up, long after the close";
    }
}
