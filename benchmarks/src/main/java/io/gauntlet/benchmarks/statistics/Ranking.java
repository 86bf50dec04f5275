package io.gauntlet.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is significantly faster than whom. The relation has no cycles but need not be transitive: A may tie with B, and B
 * with C, where A is faster than C. So ranks are sets, and say no more than the pairs do.
 *
 * @param fasterThan for each name those that it is significantly faster than
 */
public record Ranking(Map<String, Set<String>> fasterThan) {

    /**
     * Compares each pair, with Holm's correction over all of them.
     *
     * @param rates for each name its rates: more is faster
     * @param noiseFloor the interval of a subject's ratio to itself under another name, where that was measured; which of
     *     the two names came first is chance, so a pair's ratio and its inverse must both lie outside
     */
    public static Ranking of(Map<String, Replicates> rates, Bootstrap bootstrap, Optional<Interval> noiseFloor) {
        Map<String, LogMean> means = new LinkedHashMap<>();
        rates.forEach((name, observed) -> means.put(name, bootstrap.logMean(observed)));
        List<Pair> pairs = pairs(means);
        List<Double> adjusted = Holm.adjusted(
                pairs.stream().map(pair -> pair.ratio().pValue().orElse(1)).toList());

        Map<String, Set<String>> fasterThan = new LinkedHashMap<>();
        means.keySet().forEach(name -> fasterThan.put(name, new LinkedHashSet<>()));
        for (int index = 0; index < pairs.size(); index++) {
            Pair pair = pairs.get(index);
            boolean noise = noiseFloor
                    .map(floor -> floor.contains(1 / pair.ratio().value()))
                    .orElse(false);
            if (!noise && Speed.of(pair.ratio(), adjusted.get(index), noiseFloor) == Speed.FASTER) {
                fasterThan.get(pair.more()).add(pair.less());
            }
        }
        return new Ranking(fasterThan);
    }

    /** Copies the relation. */
    public Ranking {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        fasterThan.forEach((name, slower) -> copy.put(name, Collections.unmodifiableSet(new LinkedHashSet<>(slower))));
        fasterThan = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns the names by rank: 1 and one more for each name that is significantly faster. Several at one rank tie, and
     * someone is always at 1.
     */
    public SortedMap<Integer, Set<String>> ranks() {
        SortedMap<Integer, Set<String>> ranks = new TreeMap<>();
        for (String name : fasterThan.keySet()) {
            long faster = fasterThan.values().stream()
                    .filter(slower -> slower.contains(name))
                    .count();
            ranks.computeIfAbsent((int) faster + 1, rank -> new LinkedHashSet<>())
                    .add(name);
        }
        return ranks;
    }

    /** Returns each pair once; one with a mean of 0 has no ratio, and a family of one less. */
    private static List<Pair> pairs(Map<String, LogMean> means) {
        List<String> names = List.copyOf(means.keySet());
        List<Pair> pairs = new ArrayList<>();
        for (int left = 0; left < names.size(); left++) {
            for (int right = left + 1; right < names.size(); right++) {
                boolean inOrder = means.get(names.get(left)).mean()
                        >= means.get(names.get(right)).mean();
                String more = names.get(inOrder ? left : right);
                String less = names.get(inOrder ? right : left);
                if (means.get(less).mean() > 0) {
                    pairs.add(new Pair(more, less, Ratio.of(means.get(more), means.get(less))));
                }
            }
        }
        return pairs;
    }

    private record Pair(String more, String less, Ratio ratio) {}
}
