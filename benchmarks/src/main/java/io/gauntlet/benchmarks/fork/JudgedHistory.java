package io.gauntlet.benchmarks.fork;

/**
 * What a judge made of the windows in which the callers of one JVM wrote down what they were told. That no order explains them
 * is not among the verdicts: such a JVM has measured nothing.
 *
 * @param verdict on all of them together
 * @param why there is no better verdict; empty if it is linearizable
 * @param windows how many there were after measured iterations
 * @param calls that callers made in them
 * @param overlappingCalls among them those that were under way while another was
 * @param callsPerSecond calls a second inside the windows, of all callers together; 0 if there were none
 * @param recordingNanos how long all of it kept the callers from what is measured
 */
public record JudgedHistory(
        Verdict verdict,
        String why,
        int windows,
        long calls,
        long overlappingCalls,
        double callsPerSecond,
        long recordingNanos) {

    /** Nothing was recorded. */
    public static final JudgedHistory NONE =
            new JudgedHistory(Verdict.NOT_JUDGED, "no window was recorded", 0, 0, 0, 0, 0);

    /** Only {@link #LINEARIZABLE} is good news. */
    public enum Verdict {
        /** An order explains every window, and the calls of callers overlapped where they could. */
        LINEARIZABLE,
        /** The judge hit a limit, or so little overlapped that nothing is shown. */
        UNDECIDED,
        /** There was nothing to judge. */
        NOT_JUDGED
    }

    /** @throws IllegalArgumentException if that cannot be */
    public JudgedHistory {
        if (windows < 0 || overlappingCalls < 0 || calls < overlappingCalls || recordingNanos < 0) {
            throw new IllegalArgumentException(windows + " windows of " + calls + " calls, of which " + overlappingCalls
                    + " overlapped, in " + recordingNanos + " ns cannot be");
        }
        if ((verdict == Verdict.NOT_JUDGED) != (calls == 0) || (windows == 0) != (calls == 0)) {
            throw new IllegalArgumentException(
                    "the verdict on " + windows + " windows of " + calls + " calls cannot be " + verdict);
        }
        if ((verdict == Verdict.LINEARIZABLE) != why.isEmpty()) {
            throw new IllegalArgumentException("the verdict " + verdict + " has the reason '" + why
                    + "': every other than LINEARIZABLE needs one");
        }
        if (!(callsPerSecond >= 0) || (callsPerSecond > 0) != (calls > 0)) {
            throw new IllegalArgumentException(calls + " calls at " + callsPerSecond + " a second cannot be");
        }
    }

    public boolean linearizable() {
        return verdict == Verdict.LINEARIZABLE;
    }
}
