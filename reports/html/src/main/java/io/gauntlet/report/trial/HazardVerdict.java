package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What jcstress saw of one hazard.
 *
 * @param hazard its name
 * @param results by strategy; a strategy is absent where nothing can be said of it
 */
public record HazardVerdict(String hazard, Map<CoordinatorStrategy, HazardResult> results) {

    public HazardVerdict {
        results = Collections.unmodifiableMap(new EnumMap<>(results));
    }

    static List<HazardVerdict> of(List<StrategyVerdict> strategies, Dossier dossier) {
        Map<CoordinatorStrategy, List<HazardResult>> seen = new EnumMap<>(CoordinatorStrategy.class);
        Set<String> names = new LinkedHashSet<>();
        strategies.forEach(verdict -> {
            List<HazardResult> hazards = dossier.hazards(Checker.JCSTRESS, verdict.strategy());
            seen.put(verdict.strategy(), hazards);
            hazards.forEach(hazard -> names.add(hazard.hazard()));
        });
        return names.stream().map(name -> of(name, seen)).toList();
    }

    private static HazardVerdict of(String name, Map<CoordinatorStrategy, List<HazardResult>> seen) {
        Map<CoordinatorStrategy, HazardResult> results = new EnumMap<>(CoordinatorStrategy.class);
        seen.forEach((strategy, hazards) -> hazards.stream()
                .filter(hazard -> hazard.hazard().equals(name))
                .findFirst()
                .ifPresent(hazard -> results.put(strategy, hazard)));
        return new HazardVerdict(name, results);
    }

    /** Returns what was seen of it with {@code strategy}; empty where nothing can be said. */
    public Optional<HazardResult> of(CoordinatorStrategy strategy) {
        return Optional.ofNullable(results.get(strategy));
    }

    /** Returns whether it was played with each of so many strategies. */
    public boolean isPlayedWith(int strategies) {
        return results.values().stream()
                        .filter(result -> result.verdict() != Verdict.NOT_RUN)
                        .count()
                == strategies;
    }

    /** Returns what the machine lacks to play it; empty if it was played, or was not for another reason. */
    public Optional<String> lack() {
        return results.values().stream()
                .filter(HazardVerdict::lacksProcessors)
                .findFirst()
                .map(HazardResult::reason);
    }

    /** Returns whether it was not even begun because it needs more processors than there were. */
    static boolean lacksProcessors(HazardResult result) {
        return result.verdict() == Verdict.NOT_RUN
                && result.configurations() == 0
                && result.reason().startsWith("needs ");
    }
}
