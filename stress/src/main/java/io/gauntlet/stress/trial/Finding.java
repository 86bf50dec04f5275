package io.gauntlet.stress.trial;

import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a checker found out about its subject.
 *
 * @param verdict how it ended
 * @param reason one line for people; empty for a plain pass
 * @param effort what ran, by name
 * @param hazards what was seen of each hazard, for a checker that tries them one by one
 * @param witness the failing schedule, stack or history as text; empty if there is none
 */
public record Finding(
        Verdict verdict, String reason, SortedMap<String, Long> effort, List<HazardResult> hazards, String witness) {

    public Finding {
        hazards = List.copyOf(hazards);
    }

    /** It ran in full and found nothing. */
    public static Finding passed(Map<String, Long> effort) {
        return new Finding(Verdict.PASSED, "", new TreeMap<>(effort), List.of(), "");
    }

    /** It found a violation. */
    public static Finding failed(String reason, Map<String, Long> effort, String witness) {
        return new Finding(Verdict.FAILED, reason, new TreeMap<>(effort), List.of(), witness);
    }

    /** It did not run as it should have. */
    public static Finding notRun(String reason, Map<String, Long> effort) {
        return new Finding(Verdict.NOT_RUN, reason, new TreeMap<>(effort), List.of(), "");
    }

    /** Returns this finding with what was seen of each hazard. */
    public Finding with(List<HazardResult> seen) {
        return new Finding(verdict, reason, effort, seen, witness);
    }
}
