package io.gauntlet.report.trial;

import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.List;

/**
 * The places that a measurement leaves open to one of several: from {@code best} to {@code worst}, 1 being the fastest. Only
 * a significant difference between two puts one before the other.
 */
public record Rank(int best, int worst, int of) {

    static Rank of(ThroughputResult own, List<ThroughputResult> all) {
        int faster = (int) all.stream()
                .filter(other -> other.fasterThan().contains(own.subject()))
                .count();
        int slower = (int) all.stream()
                .filter(other -> own.fasterThan().contains(other.subject()))
                .count();
        return new Rank(1 + faster, all.size() - slower, all.size());
    }
}
