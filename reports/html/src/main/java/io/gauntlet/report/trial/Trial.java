package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The whole case: what the evidence says of each strategy, of the known-bad code, and of speed.
 *
 * @param strategies one verdict for each strategy selected, in the order of {@link CoordinatorStrategy}
 * @param knownBad one for each piece of known-bad code, those with expectations first
 * @param reading the measurement, or why there is none
 * @param mixes what may be shown of the measurement, most reads first; empty without one
 * @param dossier all that was read
 */
public record Trial(
        List<StrategyVerdict> strategies,
        List<KnownBadVerdict> knownBad,
        StopwatchReading reading,
        List<Mix> mixes,
        Dossier dossier) {

    public Trial {
        strategies = List.copyOf(strategies);
        knownBad = List.copyOf(knownBad);
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
        return new Trial(strategies, knownBad(dossier), reading, mixes, dossier);
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
        for (KnownBadVerdict verdict : knownBad) {
            verdict.outcomes().forEach((checker, outcome) -> {
                if (!outcome.isAsExpected()) {
                    red.add(new Red(verdict.subject(), checker.title(), surprise(outcome)));
                }
            });
        }
        return List.copyOf(red);
    }

    private static String surprise(KnownBadVerdict.Outcome outcome) {
        if (outcome.finding() instanceof Finding.NotRun notRun) {
            return "NOT RUN: " + notRun.reason();
        }
        if (outcome.finding() instanceof Finding.NotApplicable notApplicable) {
            return "NOT RUN: " + notApplicable.reason();
        }
        return outcome.isCaught()
                ? "CAUGHT by a checker that is known not to see it: it is not the bug that it is meant to be"
                : "NOT NOTICED by a checker that must catch it";
    }

    private static List<KnownBadVerdict> knownBad(Dossier dossier) {
        List<KnownBadVerdict> verdicts = new ArrayList<>();
        Arrays.stream(KnownBad.values()).forEach(code -> verdicts.add(KnownBadVerdict.of(code, dossier)));
        dossier.currentChecks().stream()
                .filter(CheckEvidence::knownBad)
                .map(CheckEvidence::subject)
                .filter(subject -> KnownBad.named(subject).isEmpty() && !isStrategy(subject))
                .distinct()
                .sorted()
                .forEach(subject -> verdicts.add(KnownBadVerdict.unlisted(subject, dossier)));
        return verdicts;
    }

    private static boolean isStrategy(String subject) {
        return Arrays.stream(CoordinatorStrategy.values())
                .anyMatch(strategy -> strategy.name().equals(subject));
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
