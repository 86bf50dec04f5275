package io.gauntlet.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;

/**
 * What a comparison is asked for; every value is already checked.
 *
 * @param budget its name
 * @param strategies names, each once
 * @param seed of tapes, schedules and the order of forks
 * @param resultsFolder where every finished fork is kept
 * @param existing what becomes of a run that is there already
 * @param evidenceFolder where the conclusions go
 */
public record CompareRequest(
        String budget,
        Workload workload,
        List<String> strategies,
        long seed,
        Path resultsFolder,
        Existing existing,
        Path evidenceFolder) {

    /**
     * Checks that there is something to measure.
     *
     * @throws IllegalArgumentException if there is not
     */
    public CompareRequest {
        strategies = List.copyOf(strategies);
        if (Plan.of(workload, strategies, seed).cells().isEmpty()) {
            throw new IllegalArgumentException("budget '" + budget
                    + "' with these options measures nothing: leave out --only, or give a larger budget");
        }
    }

    Plan plan() {
        return Plan.of(workload, strategies, seed);
    }
}
