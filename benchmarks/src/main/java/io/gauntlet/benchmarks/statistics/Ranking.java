package io.gauntlet.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
        List<Named> fastestFirst = rates.entrySet().stream()
                .map(entry -> new Named(entry.getKey(), bootstrap.logMean(entry.getValue())))
                .sorted(Comparator.comparingDouble((Named named) -> named.mean().mean())
                        .reversed())
                .toList();
        List<Pair> pairs = pairs(fastestFirst);
        List<Double> adjusted = Holm.adjusted(
                pairs.stream().map(pair -> pair.ratio().pValue().orElse(1)).toList());
        Map<String, Set<String>> fasterThan = new LinkedHashMap<>();
        for (String name : rates.keySet()) {
            Set<String> slower = new LinkedHashSet<>();
            for (int index = 0; index < pairs.size(); index++) {
                Pair pair = pairs.get(index);
                if (pair.faster().equals(name) && pair.isShown(adjusted.get(index), noiseFloor)) {
                    slower.add(pair.slower());
                }
            }
            fasterThan.put(name, slower);
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

    /** Returns each pair once; one with a mean of 0 has no ratio, and is not asked about. */
    private static List<Pair> pairs(List<Named> fastestFirst) {
        List<Pair> pairs = new ArrayList<>();
        for (int index = 0; index < fastestFirst.size(); index++) {
            Named slower = fastestFirst.get(index);
            if (slower.mean().mean() > 0) {
                fastestFirst.subList(0, index).stream()
                        .map(faster -> new Pair(faster.name(), slower.name(), Ratio.of(faster.mean(), slower.mean())))
                        .forEach(pairs::add);
            }
        }
        return pairs;
    }

    private record Named(String name, LogMean mean) {}

    /** Two names, and how many times the rate of the slower the faster has: 1 at least. */
    private record Pair(String faster, String slower, Ratio ratio) {

        boolean isShown(double adjustedPValue, Optional<Interval> noiseFloor) {
            boolean noise =
                    noiseFloor.map(floor -> floor.contains(1 / ratio.value())).orElse(false);
            return !noise && Speed.of(ratio, adjustedPValue, noiseFloor) == Speed.FASTER;
        }
    }
}
