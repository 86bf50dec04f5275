package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.ThroughputFork;
import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.statistics.Fairness;
import io.gauntlet.evidence.RegimeResult;
import io.gauntlet.evidence.RegimeResult.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What forks say of how evenly callers were served, role by role. */
final class FairnessFindings {

    private static final double NANOS_PER_MILLI = 1e6;

    private FairnessFindings() {}

    static List<RegimeResult.Fairness> of(List<ThroughputFork> forks) {
        List<RegimeResult.Fairness> found = new ArrayList<>();
        for (Role role : Role.values()) {
            List<List<CallerTotal>> callersOfForks = forks.stream()
                    .map(fork -> fork.callers().stream()
                            .filter(caller -> caller.role() == role)
                            .toList())
                    .filter(callers -> !callers.isEmpty())
                    .toList();
            if (!callersOfForks.isEmpty()) {
                found.add(of(role, callersOfForks));
            }
        }
        return found;
    }

    private static RegimeResult.Fairness of(Role role, List<List<CallerTotal>> callersOfForks) {
        List<Fairness> forks =
                callersOfForks.stream().map(FairnessFindings::judged).toList();
        return new RegimeResult.Fairness(
                role,
                callersOfForks.get(0).size(),
                mean(forks, Fairness::slowestToMean),
                mean(forks, Fairness::jainIndex),
                longestMillis(callersOfForks, CallerTotal::longestReadNanos),
                longestMillis(callersOfForks, CallerTotal::longestWriteNanos));
    }

    /** Where all callers of a role got nothing they were all starved, however evenly. */
    private static Fairness judged(List<CallerTotal> callers) {
        List<Long> counts =
                callers.stream().map(caller -> caller.reads() + caller.writes()).toList();
        return counts.stream().allMatch(count -> count == 0) ? new Fairness(0, 0) : Fairness.of(counts);
    }

    /** Rounding may put a mean of shares just above 1. */
    private static double mean(List<Fairness> forks, ToDoubleFunction<Fairness> share) {
        return Math.min(1, forks.stream().mapToDouble(share).average().orElseThrow());
    }

    private static @Nullable Double longestMillis(
            List<List<CallerTotal>> callersOfForks, ToLongFunction<CallerTotal> nanos) {
        long longest = callersOfForks.stream()
                .flatMap(List::stream)
                .mapToLong(nanos)
                .max()
                .orElse(0);
        return longest == 0 ? null : longest / NANOS_PER_MILLI;
    }
}
