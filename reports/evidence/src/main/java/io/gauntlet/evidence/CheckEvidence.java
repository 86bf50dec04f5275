package io.gauntlet.evidence;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run of one checker on one subject did and found.
 *
 * @param checker the tool
 * @param subject the name of a strategy, or of known-bad code
 * @param knownBad whether the subject is known-bad code, put on trial to see whether the tool notices
 * @param verdict how it ended
 * @param reason one line for people: what was found, or why it did not run; empty for a plain pass
 * @param effort what ran, by name with the unit in the name ({@code operations}, {@code scenarios}, {@code callers}); a
 *     pass without effort is refused
 * @param witness the failing schedule, stack or history as text; empty if there is none
 * @param replay the command that repeats this very run
 * @param seconds how long it took
 * @param provenance where it ran
 */
public record CheckEvidence(
        Checker checker,
        String subject,
        boolean knownBad,
        Verdict verdict,
        String reason,
        SortedMap<String, Long> effort,
        String witness,
        String replay,
        double seconds,
        Provenance provenance) {

    public CheckEvidence {
        effort = Collections.unmodifiableSortedMap(new TreeMap<>(effort));
        if (verdict == Verdict.PASSED && effort.values().stream().noneMatch(amount -> amount > 0)) {
            throw new IllegalArgumentException(checker + " on " + subject + " claims PASSED with effort " + effort
                    + ": a check that ran nothing is NOT_RUN");
        }
    }
}
