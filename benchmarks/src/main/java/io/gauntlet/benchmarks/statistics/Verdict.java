package io.gauntlet.benchmarks.statistics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A ratio and what may be claimed of it.
 *
 * @param adjustedPValue Holm's, over the family; absent where the ratio has no p-value
 */
public record Verdict(Ratio ratio, OptionalDouble adjustedPValue, Speed speed) {

    /**
     * Judges ratios that were asked for together, and returns a verdict for each name, in the same order. One without
     * p-value counts among the family all the same, as if its p-value were 1.
     *
     * @param noiseFloor the interval of the yardstick's ratio to itself under another name, where that was measured
     */
    public static Map<String, Verdict> ofFamily(Map<String, Ratio> ratios, Optional<Interval> noiseFloor) {
        List<Double> adjusted = Holm.adjusted(
                ratios.values().stream().map(ratio -> ratio.pValue().orElse(1)).toList());
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        ratios.forEach((name, ratio) -> {
            double pValue = adjusted.get(verdicts.size());
            verdicts.put(
                    name,
                    new Verdict(
                            ratio,
                            ratio.pValue().isPresent() ? OptionalDouble.of(pValue) : OptionalDouble.empty(),
                            Speed.of(ratio, pValue, noiseFloor)));
        });
        return Collections.unmodifiableMap(verdicts);
    }
}
