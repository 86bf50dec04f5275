package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.ThroughputFork;
import io.gauntlet.benchmarks.fork.ThroughputFork.Iteration;
import io.gauntlet.benchmarks.record.HistoryFindings;
import io.gauntlet.benchmarks.statistics.Bootstrap;
import io.gauntlet.benchmarks.statistics.Interval;
import io.gauntlet.benchmarks.statistics.Ranking;
import io.gauntlet.benchmarks.statistics.Ratio;
import io.gauntlet.benchmarks.statistics.Replicates;
import io.gauntlet.benchmarks.statistics.Verdict;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Regime;
import io.gauntlet.evidence.RegimeResult;
import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What forks say of throughput, regime by regime. The yardstick's second name is no subject of its own: its ratio to the
 * yardstick is the noise floor. A subject with a fork whose answers were not found linearizable is compared with nobody.
 */
final class ThroughputFindings {

    private final Bootstrap bootstrap;

    ThroughputFindings(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Returns one entry for each regime of which a subject is measured. */
    List<RegimeResult> of(List<ThroughputFork> forks) {
        Map<Regime, List<ThroughputFork>> byRegime = forks.stream()
                .collect(Collectors.groupingBy(
                        fork -> fork.cell().regime(),
                        () -> new TreeMap<>(RegimeOrder.READING_FIRST),
                        Collectors.toList()));
        return byRegime.entrySet().stream()
                .flatMap(entry -> result(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<RegimeResult> result(Regime regime, List<ThroughputFork> forks) {
        Map<String, List<ThroughputFork>> bySubject = new LinkedHashMap<>();
        for (String subject : subjects()) {
            List<ThroughputFork> ofSubject = forks.stream()
                    .filter(fork -> fork.cell().subject().equals(subject))
                    .toList();
            if (!ofSubject.isEmpty()) {
                bySubject.put(subject, ofSubject);
            }
        }
        Map<String, List<ThroughputFork>> sound = new LinkedHashMap<>(bySubject);
        sound.values()
                .removeIf(ofSubject ->
                        !ofSubject.stream().allMatch(fork -> fork.history().linearizable()));
        if (bySubject.containsKey(Subject.YARDSTICK_AGAIN) != sound.containsKey(Subject.YARDSTICK_AGAIN)) {
            // Without the noise floor that was measured for it, noise would pass for a difference.
            sound.clear();
        }
        bySubject.remove(Subject.YARDSTICK_AGAIN);
        Optional<Ratio> again = ratio(sound.remove(Subject.YARDSTICK_AGAIN), sound.get(MeasurementEvidence.YARDSTICK));
        Optional<Interval> noiseFloor = again.flatMap(Ratio::interval);
        if (bySubject.isEmpty()) {
            return Stream.empty();
        }
        Optional<Interval> noise = noiseFloor.map(ThroughputFindings::eitherWayRound);
        Map<String, Comparison> comparisons = comparisons(sound, noise);
        Map<String, Set<String>> fasterThan = fasterThan(sound, noise);
        List<ThroughputResult> results = new ArrayList<>();
        bySubject.forEach((subject, ofSubject) -> results.add(
                result(subject, ofSubject, comparisons.get(subject), fasterThan.getOrDefault(subject, Set.of()))));
        return Stream.of(new RegimeResult(
                regime,
                noiseFloor
                        .map(floor -> Findings.interval(again.orElseThrow().value(), floor))
                        .orElse(null),
                results));
    }

    /**
     * Returns the least interval that holds the floor, the same turned upside down, and 1: which of two equals came out ahead is
     * chance, so what is no larger than that is noise in either direction, and so is what lies between it and no difference.
     */
    private static Interval eitherWayRound(Interval floor) {
        double reach = Math.max(Math.max(floor.high(), 1 / floor.low()), 1);
        return new Interval(1 / reach, reach);
    }

    private static List<String> subjects() {
        List<String> subjects = new ArrayList<>(Subject.strategies());
        subjects.add(Subject.YARDSTICK_AGAIN);
        subjects.add(MeasurementEvidence.CEILING);
        return subjects;
    }

    private Optional<Ratio> ratio(
            @Nullable List<ThroughputFork> numerator, @Nullable List<ThroughputFork> denominator) {
        return numerator == null || denominator == null
                ? Optional.empty()
                : Optional.of(bootstrap.ratio(operations(numerator), operations(denominator)));
    }

    /** Compares all with the yardstick, as one family: strategies, and the ceiling where it is among them. */
    private Map<String, Comparison> comparisons(Map<String, List<ThroughputFork>> bySubject, Optional<Interval> noise) {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        bySubject.forEach((subject, forks) -> {
            if (!subject.equals(MeasurementEvidence.YARDSTICK)) {
                ratio(forks, bySubject.get(MeasurementEvidence.YARDSTICK))
                        .ifPresent(ratio -> ratios.put(subject, ratio));
            }
        });
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        Verdict.ofFamily(ratios, noise)
                .forEach((subject, verdict) -> verdict.ratio()
                        .interval()
                        .ifPresent(interval -> comparisons.put(
                                subject,
                                new Comparison(
                                        Findings.interval(verdict.ratio().value(), interval),
                                        verdict.adjustedPValue().orElse(1),
                                        Speed.valueOf(verdict.speed().name())))));
        return comparisons;
    }

    /** The ceiling is not ranked: nobody may use it. */
    private Map<String, Set<String>> fasterThan(Map<String, List<ThroughputFork>> bySubject, Optional<Interval> noise) {
        Map<String, Replicates> rates = new LinkedHashMap<>();
        bySubject.forEach((subject, forks) -> {
            if (!subject.equals(MeasurementEvidence.CEILING)) {
                rates.put(subject, operations(forks));
            }
        });
        return Ranking.of(rates, bootstrap, noise).fasterThan();
    }

    private ThroughputResult result(
            String subject, List<ThroughputFork> forks, @Nullable Comparison comparison, Set<String> fasterThan) {
        Replicates operations = operations(forks);
        return new ThroughputResult(
                subject,
                forks.size(),
                forks.get(0).iterations().size(),
                operations.mean(),
                Findings.interval(bootstrap.mean(operations)),
                mean(forks, Iteration::reads),
                mean(forks, Iteration::writes),
                mean(forks, Iteration::effective),
                SettlementFindings.of(forks),
                comparison,
                List.copyOf(fasterThan),
                FairnessFindings.of(forks),
                HistoryFindings.of(forks, ThroughputFork::history, ThroughputFork::operations));
    }

    private static Replicates operations(List<ThroughputFork> forks) {
        return new Replicates(forks.stream()
                .map(fork ->
                        fork.iterations().stream().map(Iteration::operations).toList())
                .toList());
    }

    private static double mean(List<ThroughputFork> forks, ToDoubleFunction<Iteration> rate) {
        return forks.stream()
                .mapToDouble(fork ->
                        fork.iterations().stream().mapToDouble(rate).average().orElseThrow())
                .average()
                .orElseThrow();
    }
}
