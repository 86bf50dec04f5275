package io.gauntlet.benchmarks.latency;

/**
 * Calls due and calls done by the three instants of a window.
 *
 * @param abandoned calls that were due before it closed and never made
 */
record Tally(Count atOpening, Count atMiddle, Count atClosing, long abandoned) {

    static final Tally NOTHING = new Tally(Count.NOTHING, Count.NOTHING, Count.NOTHING, 0);

    /** Calls since the schedule began. */
    record Count(long due, long done) {

        static final Count NOTHING = new Count(0, 0);

        /** Returns how many calls were due and not done. */
        long backlog() {
            return due - done;
        }

        private Count plus(Count other) {
            return new Count(due + other.due, done + other.done);
        }
    }

    Tally plus(Tally other) {
        return new Tally(
                atOpening.plus(other.atOpening),
                atMiddle.plus(other.atMiddle),
                atClosing.plus(other.atClosing),
                abandoned + other.abandoned);
    }

    /** Returns the calls that were due while the window was open. */
    long due() {
        return atClosing.due - atOpening.due;
    }

    /** Returns the calls that were done while the window was open. */
    long done() {
        return atClosing.done - atOpening.done;
    }
}
