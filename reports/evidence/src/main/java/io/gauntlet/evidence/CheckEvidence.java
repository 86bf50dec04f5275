package io.gauntlet.evidence;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one run of one checker on one subject did and found.
 *
 * @param checker the tool
 * @param subject the name of a strategy, or of known-bad code
 * @param knownBad whether the subject is known-bad code, put on trial to see whether the tool notices
 * @param verdict how it ended
 * @param reason one line for people: what was found, or why it did not run; empty for a plain pass
 * @param canary the planted bug that this very run caught first; absent where it did not get so far, and then nothing is said
 *     of the subject
 * @param effort what ran, by name with the unit in the name ({@code operations}, {@code scenarios}, {@code callers}); a
 *     pass without effort is refused
 * @param hazards what it saw of each hazard, for a checker that tries them one by one; else empty
 * @param witness the failing schedule, stack or history as text; empty if there is none
 * @param replay the command that repeats this very run
 * @param seconds how long it took, without its canary
 * @param provenance where it ran
 */
public record CheckEvidence(
        Checker checker,
        String subject,
        boolean knownBad,
        Verdict verdict,
        String reason,
        @Nullable Canary canary,
        SortedMap<String, Long> effort,
        List<HazardResult> hazards,
        String witness,
        String replay,
        double seconds,
        Provenance provenance) {

    public CheckEvidence {
        effort = Collections.unmodifiableSortedMap(new TreeMap<>(effort));
        hazards = List.copyOf(hazards);
        if (verdict == Verdict.PASSED && effort.values().stream().noneMatch(amount -> amount > 0)) {
            throw new IllegalArgumentException(checker + " on " + subject + " claims PASSED with effort " + effort
                    + ": a check that ran nothing is NOT_RUN");
        }
        if (verdict != Verdict.NOT_RUN && canary == null) {
            throw new IllegalArgumentException(checker + " on " + subject + " claims " + verdict
                    + " without a canary: a checker that was not seen to catch anything is NOT_RUN");
        }
        if (verdict == Verdict.PASSED && hazards.stream().anyMatch(hazard -> hazard.verdict() == Verdict.FAILED)) {
            throw new IllegalArgumentException(
                    checker + " on " + subject + " claims PASSED, but one of its hazards FAILED");
        }
    }

    /**
     * A planted bug that the checker had to catch in the same JVM and with the same options, before it was believed.
     *
     * @param caught how it was caught, one line
     * @param seconds how long that took
     */
    public record Canary(String caught, double seconds) {}

    /**
     * What was seen of one hazard.
     *
     * @param hazard its name
     * @param verdict how it ended
     * @param reason one line for people; empty for a plain pass
     * @param configurations ways in which the JVM compiled and ran it
     * @param samples how often it was played
     * @param seconds how long that took
     * @param outcomes everything that was seen, and every outcome with a name that was not
     * @param replay the command that plays it again
     */
    public record HazardResult(
            String hazard,
            Verdict verdict,
            String reason,
            int configurations,
            long samples,
            double seconds,
            List<Outcome> outcomes,
            String replay) {

        public HazardResult {
            outcomes = List.copyOf(outcomes);
            if (verdict == Verdict.PASSED && samples <= 0) {
                throw new IllegalArgumentException(
                        hazard + " claims PASSED with " + samples + " samples: what was not played is NOT_RUN");
            }
        }
    }

    /**
     * One outcome of a hazard.
     *
     * @param answers what the callers were answered
     * @param legal whether any order of the operations explains it
     * @param meaning that order, or the guarantee that is broken
     * @param count how often it was seen
     */
    public record Outcome(String answers, boolean legal, String meaning, long count) {}
}
