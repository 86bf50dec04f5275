package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The whole case: what the evidence says of each strategy, of the checkers themselves, and of speed.
 *
 * @param strategies one verdict for each strategy selected, in the order of {@link CoordinatorStrategy}
 * @param hazards what was seen of each hazard, strategy by strategy; empty if none was played
 * @param museum the checkers on trial
 * @param reading the measurement, or why there is none
 * @param mixes what may be shown of the measurement, most reads first; empty without one
 * @param dossier all that was read
 */
public record Trial(
        List<StrategyVerdict> strategies,
        List<HazardVerdict> hazards,
        Museum museum,
        StopwatchReading reading,
        List<Mix> mixes,
        Dossier dossier) {

    public Trial {
        strategies = List.copyOf(strategies);
        hazards = List.copyOf(hazards);
        mixes = List.copyOf(mixes);
    }

    /** Judges the {@code selected} strategies by what the dossier holds. */
    public static Trial of(List<CoordinatorStrategy> selected, Dossier dossier) {
        List<StrategyVerdict> strategies = selected.stream()
                .sorted()
                .map(strategy -> StrategyVerdict.of(strategy, dossier))
                .toList();
        StopwatchReading reading = dossier.measurement();
        List<Mix> mixes = reading instanceof StopwatchReading.Present present
                ? Mix.of(present.evidence(), strategies)
                : List.of();
        return new Trial(
                strategies, HazardVerdict.of(strategies, dossier), Museum.of(dossier), reading, mixes, dossier);
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
