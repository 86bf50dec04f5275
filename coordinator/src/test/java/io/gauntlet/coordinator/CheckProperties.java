package io.gauntlet.coordinator;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The build's gate for what only Java can judge: the names of the strategies selected, and whether every {@code gauntlet.}
 * property given to Maven is one that is read. The parent POM judges the other values.
 */
final class CheckProperties {

    private static final String PREFIX = "gauntlet.";

    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            "gauntlet.checkers",
            "gauntlet.checkers.skip",
            "gauntlet.command",
            "gauntlet.measure.budget",
            "gauntlet.measure.existing",
            "gauntlet.measure.skip",
            "gauntlet.museum.tour",
            "gauntlet.museum.tries",
            "gauntlet.noise.packages",
            "gauntlet.noise.reach",
            "gauntlet.noise.seed",
            "gauntlet.noise.strength",
            "gauntlet.proof.budget",
            "gauntlet.report.skip",
            "gauntlet.seed",
            "gauntlet.strategies",
            "gauntlet.subjects"));

    private CheckProperties() {}

    /** Runs inside Maven's JVM, where each {@code -D} of the command line is a system property. */
    public static void main(String[] args) {
        requireKnown(System.getProperties().stringPropertyNames());
        // Maven hands an empty argument over as null.
        CoordinatorStrategy.parse(Objects.requireNonNullElse(args[0], ""));
    }

    /** @throws IllegalArgumentException if one begins with the project's prefix and is not known; it lists those that are */
    static void requireKnown(Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeIf(name -> !name.startsWith(PREFIX) || KNOWN.contains(name));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown property " + String.join(", ", unknown) + ": allowed are " + String.join(", ", KNOWN));
        }
    }
}
