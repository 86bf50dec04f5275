package io.gauntlet.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one run of the stopwatch measured. A run that was interrupted and resumed is one run, in several sittings.
 *
 * @param budget the name of the budget
 * @param seed of the tapes, of the schedules and of the order of the forks
 * @param complete whether every planned fork was measured
 * @param sittings when the run was started or resumed, and what the machine was like then; one at least
 * @param regimes throughput: one entry for each regime
 * @param costs what each operation costs a caller who is alone
 * @param growth how that cost grows with the number of sessions
 * @param latency waiting as a caller feels it, at a load that callers do not choose
 * @param provenance where it ran
 */
public record MeasurementEvidence(
        String budget,
        long seed,
        boolean complete,
        List<Sitting> sittings,
        List<RegimeResult> regimes,
        List<CostResult> costs,
        List<GrowthResult> growth,
        List<LatencyResult> latency,
        Provenance provenance) {

    /** The subject name under which the reference, unguarded and read-only, is measured. */
    public static final String CEILING = "REFERENCE";

    /** The strategy that every other is compared with. */
    public static final String YARDSTICK = "MUTEX";

    /** The budget that shows only that the stopwatch works: its numbers are no measurement. */
    public static final String SMOKE_BUDGET = "smoke";

    public MeasurementEvidence {
        sittings = List.copyOf(sittings);
        regimes = List.copyOf(regimes);
        costs = List.copyOf(costs);
        growth = List.copyOf(growth);
        latency = List.copyOf(latency);
        requireOnce(regimes.stream().map(RegimeResult::regime).toList());
        requireOnce(costs.stream().map(CostResult::key).toList());
        requireOnce(growth.stream().map(GrowthResult::key).toList());
        requireOnce(latency.stream().map(LatencyResult::key).toList());
    }

    /** Returns how long all sittings took together, in seconds. */
    public double seconds() {
        return sittings.stream().mapToDouble(Sitting::seconds).sum();
    }

    private static void requireOnce(List<?> keys) {
        Set<Object> seen = new HashSet<>();
        for (Object key : keys) {
            if (!seen.add(key)) {
                throw new IllegalArgumentException(key + " is measured twice in one run");
            }
        }
    }
}
