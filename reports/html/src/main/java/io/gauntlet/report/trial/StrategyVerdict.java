package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What all checkers together say of one strategy. It is proven if every one of them passed, leaving out those that cannot run
 * on the JDK used.
 *
 * @param strategy the strategy on trial
 * @param findings one for each checker, in the order of {@link Checker}
 */
public record StrategyVerdict(CoordinatorStrategy strategy, Map<Checker, Finding> findings) {

    public StrategyVerdict {
        findings = Collections.unmodifiableMap(new EnumMap<>(findings));
        if (findings.size() != Checker.values().length) {
            throw new IllegalArgumentException(
                    strategy + " has findings of " + findings.keySet() + ", not of every checker");
        }
    }

    static StrategyVerdict of(CoordinatorStrategy strategy, Dossier dossier) {
        Map<Checker, Finding> findings = new EnumMap<>(Checker.class);
        Arrays.stream(Checker.values())
                .forEach(checker ->
                        findings.put(checker, dossier.finding(checker, strategy.name(), /* knownBad= */ false)));
        return new StrategyVerdict(strategy, findings);
    }

    static boolean isStrategy(String subject) {
        return Arrays.stream(CoordinatorStrategy.values())
                .anyMatch(strategy -> strategy.name().equals(subject));
    }

    public boolean isProven() {
        return findings.values().stream().noneMatch(Finding::isRed);
    }

    /** Returns why its numbers may not be shown; empty if it is proven. */
    public Optional<String> whyNotProven() {
        if (isProven()) {
            return Optional.empty();
        }
        if (failed() == 0) {
            return Optional.of("not proven: " + notRun() + " not run");
        }
        return Optional.of("not proven: " + failed() + " failed" + (notRun() == 0 ? "" : ", " + notRun() + " not run"));
    }

    /** Returns how many checkers passed it. */
    public long passed() {
        return count(Finding.Passed.class);
    }

    /** Returns how many checkers found a violation. */
    public long failed() {
        return count(Finding.Failed.class);
    }

    /** Returns of how many checkers nothing can be said. */
    public long notRun() {
        return count(Finding.NotRun.class);
    }

    /** Returns how many checkers cannot run on the JDK used. */
    public long notApplicable() {
        return count(Finding.NotApplicable.class);
    }

    private long count(Class<? extends Finding> kind) {
        return findings.values().stream().filter(kind::isInstance).count();
    }
}
