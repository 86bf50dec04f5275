package io.gauntlet.benchmarks.latency;

import io.gauntlet.evidence.LatencyResult.Kind;
import io.gauntlet.evidence.LatencyResult.View;
import org.HdrHistogram.Histogram;

/** The times of all calls to one target, in nanoseconds: reads and writes apart, since due and in service. */
record Distributions(Views reads, Views writes) {

    /** Both times of the same calls. */
    record Views(Histogram sinceDue, Histogram inService) {

        private static Views empty() {
            return new Views(histogram(), histogram());
        }

        private static Histogram histogram() {
            return new Histogram(CallTimes.LONGEST_NANOS, CallTimes.SIGNIFICANT_DIGITS);
        }
    }

    static Distributions empty() {
        return new Distributions(Views.empty(), Views.empty());
    }

    Histogram of(Kind kind, View view) {
        Views views = switch (kind) {
            case READ -> reads;
            case WRITE -> writes;
        };
        return switch (view) {
            case SINCE_DUE -> views.sinceDue;
            case IN_SERVICE -> views.inService;
        };
    }
}
