package io.gauntlet.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;

/**
 * What a comparison is asked for; every value is already checked.
 *
 * @param strategies names, each once
 * @param mixes shares of reads in percent, each once
 */
public record CompareRequest(
        Budget budget, int callers, List<String> strategies, List<Integer> mixes, long seed, Path evidenceFolder) {

    public CompareRequest {
        strategies = List.copyOf(strategies);
        mixes = List.copyOf(mixes);
    }
}
