package io.gauntlet.report.trial;

import io.gauntlet.evidence.MeasurementEvidence.Interval;
import java.util.List;

/**
 * The places that a measurement leaves open to one of several: from {@code best} to {@code worst}, 1 being the fastest. Only
 * intervals that do not overlap put one before the other.
 */
public record Rank(int best, int worst, int of) {

    static Rank of(Interval own, List<Interval> all) {
        int faster =
                (int) all.stream().filter(other -> other.low() > own.high()).count();
        int slower =
                (int) all.stream().filter(other -> other.high() < own.low()).count();
        return new Rank(1 + faster, all.size() - slower, all.size());
    }
}
