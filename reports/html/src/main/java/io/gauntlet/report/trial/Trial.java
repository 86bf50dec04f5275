package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.MeasurementEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole case: what the evidence says of each strategy, of the checkers themselves, and of speed.
 *
 * @param strategies one verdict for each strategy selected, in the order of {@link CoordinatorStrategy}
 * @param hazards what was seen of each hazard, strategy by strategy; empty if none was played
 * @param museum the checkers on trial
 * @param reading the measurement, or why there is none
 * @param contests what may be shown of throughput, one entry for each regime
 * @param latency what may be shown of latency, one entry for each crowd of callers
 * @param costs what may be shown of the costs of single operations
 * @param dossier all that was read
 */
public record Trial(
        List<StrategyVerdict> strategies,
        List<HazardVerdict> hazards,
        Museum museum,
        StopwatchReading reading,
        List<Contest> contests,
        List<LatencyGroup> latency,
        Optional<CostSheet> costs,
        Dossier dossier) {

    public Trial {
        strategies = List.copyOf(strategies);
        hazards = List.copyOf(hazards);
        contests = List.copyOf(contests);
        latency = List.copyOf(latency);
    }

    /** Judges the {@code selected} strategies by what the dossier holds. */
    public static Trial of(List<CoordinatorStrategy> selected, Dossier dossier) {
        List<StrategyVerdict> strategies = selected.stream()
                .sorted()
                .map(strategy -> StrategyVerdict.of(strategy, dossier))
                .toList();
        StopwatchReading reading = dossier.measurement();
        Optional<MeasurementEvidence> measurement = reading instanceof StopwatchReading.Present present
                ? Optional.of(present.evidence())
                : Optional.empty();
        return new Trial(
                strategies,
                HazardVerdict.of(strategies, dossier),
                Museum.of(dossier),
                reading,
                measurement.map(run -> Contest.of(run, strategies)).orElse(List.of()),
                measurement.map(run -> LatencyGroup.of(run, strategies)).orElse(List.of()),
                measurement.map(run -> CostSheet.of(run, strategies)),
                dossier);
    }

    /** Returns the contests, those together that differ along one axis. */
    public List<RegimeGroup> regimeGroups() {
        return RegimeGroup.of(contests);
    }

    /** Returns the contests that differ in their share of reads alone, most reads first. */
    public List<Contest> ordinaryContests() {
        return regimeGroups().stream()
                .filter(group -> group.axis() == RegimeGroup.Axis.READS)
                .flatMap(group -> group.contests().stream())
                .toList();
    }

    /** Returns whether the measurement gives any strategy a place. */
    public boolean isRanked() {
        return contests.stream().anyMatch(contest -> !contest.ranked().isEmpty());
    }

    /** Returns whether strategies were left out on purpose. */
    public boolean isNarrowed() {
        return strategies.size() < CoordinatorStrategy.values().length;
    }

    /** Returns all that fails the build: empty means green. */
    public List<Red> red() {
        List<Red> red = new ArrayList<>();
        for (StrategyVerdict verdict : strategies) {
            verdict.findings().forEach((checker, finding) -> {
                if (finding instanceof Finding.Failed failed) {
                    red.add(new Red(
                            verdict.strategy().name(),
                            checker.title(),
                            "FAILED: " + failed.evidence().reason()));
                } else if (finding instanceof Finding.NotRun notRun) {
                    red.add(new Red(verdict.strategy().name(), checker.title(), "NOT RUN: " + notRun.reason()));
                }
            });
        }
        red.addAll(museum.red());
        return List.copyOf(red);
    }

    /** Returns the findings of one checker, by strategy name in order. */
    public Map<String, Finding> findingsOf(Checker checker) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        strategies.forEach(verdict -> findings.put(
                verdict.strategy().name(),
                Objects.requireNonNull(verdict.findings().get(checker))));
        return findings;
    }
}
