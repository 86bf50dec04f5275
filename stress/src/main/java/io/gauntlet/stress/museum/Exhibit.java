package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.Checker;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A published bug, rebuilt, with what there is to know about it. A checker in neither set is expected to notice nothing.
 *
 * @param name the simple name of the class that has the bug
 * @param happenedIn the project and the numbers of its issues
 * @param links where to read more; empty for this project's own story
 * @param whatWentWrong two sentences: the mistake, and what a caller saw of it
 * @param factory makes a coordinator with the bug, and with no session
 * @param mustBeCaughtBy those that would be worth nothing if they missed it
 * @param mayBeCaughtBy those others that see it on a lucky day
 */
public record Exhibit(
        String name,
        String happenedIn,
        List<String> links,
        String whatWentWrong,
        Function<CoordinatorConfig, SessionCoordinator> factory,
        Set<Checker> mustBeCaughtBy,
        Set<Checker> mayBeCaughtBy) {

    public Exhibit {
        links = List.copyOf(links);
        mustBeCaughtBy = Set.copyOf(mustBeCaughtBy);
        mayBeCaughtBy = mayBeCaughtBy.stream()
                .filter(Predicate.not(mustBeCaughtBy::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return name;
    }
}
