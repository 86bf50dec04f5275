package io.gauntlet.evidence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a judge made of the calls that were written down in measured JVMs, between the stretches that were measured. Where no
 * order explains them nothing is measured, so that there is no such count here.
 *
 * @param forks JVMs measured
 * @param judgedForks among them those in which calls were written down
 * @param linearizableForks among those the ones in which an order explains every answer, and calls overlapped where they could
 * @param undecidedForks among those the others
 * @param why one JVM has no such verdict, the first of them; empty if all have
 * @param windows in how many pieces calls were judged, over all JVMs
 * @param calls in them
 * @param overlappingCalls among them those that were under way while another was
 * @param callsPerSecond calls a second inside the windows: the median over JVMs; absent without any
 * @param toMeasured the same divided by the throughput measured in the same JVM: how much writing down, and being let go
 *     together, perturb the callers; absent without any
 */
public record JudgedCalls(
        int forks,
        int judgedForks,
        int linearizableForks,
        int undecidedForks,
        String why,
        long windows,
        long calls,
        long overlappingCalls,
        @Nullable Double callsPerSecond,
        @Nullable Double toMeasured) {

    /** @throws IllegalArgumentException if the counts contradict each other */
    public JudgedCalls {
        if (judgedForks > forks || linearizableForks + undecidedForks != judgedForks) {
            throw new IllegalArgumentException("of " + forks + " JVMs " + judgedForks + " were judged, "
                    + linearizableForks + " linearizable and " + undecidedForks + " undecided");
        }
        if (windows < judgedForks || calls < windows || overlappingCalls > calls || (judgedForks == 0 && calls > 0)) {
            throw new IllegalArgumentException(judgedForks + " JVMs were judged by " + windows + " windows of " + calls
                    + " calls, of which " + overlappingCalls + " overlapped");
        }
        if ((linearizableForks == forks) != why.isEmpty()) {
            throw new IllegalArgumentException(linearizableForks + " of " + forks
                    + " JVMs are linearizable, and why not" + " all of them is \"" + why + "\"");
        }
    }

    /** Returns on how many JVMs the verdict is lacking without which no number is shown, in a few words; empty if on none. */
    public Optional<String> lackingVerdict() {
        return linearizableForks == forks
                ? Optional.empty()
                : Optional.of("no LINEARIZABLE verdict on " + (forks - linearizableForks) + " of " + forks
                        + (forks == 1 ? " JVM" : " JVMs"));
    }

    /** Returns the same, and why; empty if the numbers of these JVMs may be shown. */
    public Optional<String> whyNoVerdict() {
        return lackingVerdict().map(lacking -> lacking + ": " + why);
    }
}
