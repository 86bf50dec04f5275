package io.gauntlet.benchmarks.workload;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Something that can be measured: a strategy by its name, or the reference. */
public final class Subject {

    /** The reference without a guard: right for callers that only read, and then the ceiling of every chart. */
    public static final String REFERENCE = "REFERENCE";

    private final String name;

    private Subject(String name) {
        this.name = name;
    }

    /** Returns the names of all strategies, in the order of their enum. */
    public static List<String> strategies() {
        return Arrays.stream(CoordinatorStrategy.values()).map(Enum::name).toList();
    }

    /**
     * Returns the subject of this name.
     *
     * @throws IllegalArgumentException if there is no such subject; the message lists them
     */
    public static Subject named(String name) {
        List<String> known = new ArrayList<>(strategies());
        known.add(REFERENCE);
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "strategy '" + name + "' is unknown: allowed are " + String.join(", ", known));
        }
        return new Subject(name);
    }

    /**
     * Checks that many callers may share this subject.
     *
     * @throws IllegalArgumentException if it is the reference and not all operations are reads
     */
    public void requireSharableAt(int readPercent) {
        if (name.equals(REFERENCE) && readPercent != 100) {
            throw new IllegalArgumentException(REFERENCE + " at " + readPercent
                    + " % reads was refused: it has no guard, so callers may only read it; give readPercent=100, or one of "
                    + String.join(", ", strategies()));
        }
    }

    /** Makes a coordinator of this kind with no session. */
    public SessionCoordinator create(CoordinatorConfig config) {
        return name.equals(REFERENCE)
                ? CoordinatorStrategy.reference(config)
                : CoordinatorStrategy.valueOf(name).create(config);
    }
}
