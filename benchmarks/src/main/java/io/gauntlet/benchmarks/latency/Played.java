package io.gauntlet.benchmarks.latency;

/**
 * What all callers did in one window.
 *
 * @param whyNot what showed that they did not keep the load; empty if they did; meaningless if they never waited
 * @param distributions times of the calls that were due while the window was open
 * @param startedAtMillis since 1970, by the machine's calendar
 */
record Played(Tally tally, Window window, String whyNot, Distributions distributions, long startedAtMillis) {

    double duePerSecond() {
        return tally.due() * 1e9 / window.nanos();
    }

    double donePerSecond() {
        return tally.done() * 1e9 / window.nanos();
    }
}
