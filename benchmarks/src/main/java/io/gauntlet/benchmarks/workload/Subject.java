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

    /**
     * The yardstick's second name: the same strategy, measured once more as if it were another (an A/A pair). Only a plan has
     * it; nothing is made by it.
     */
    public static final String YARDSTICK_AGAIN = "MUTEX_AGAIN";

    private final String name;

    private Subject(String name) {
        this.name = name;
    }

    /** Returns the names of all strategies, in the order of their enum. */
    public static List<String> strategies() {
        return Arrays.stream(CoordinatorStrategy.values()).map(Enum::name).toList();
    }

    /** Returns the name by which a subject of a plan is made: its own, but for the yardstick's second name. */
    public static String madeAs(String planned) {
        return planned.equals(YARDSTICK_AGAIN) ? CoordinatorStrategy.MUTEX.name() : planned;
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
    public void requireSharableAt(int readPercent, int dedicatedWriters) {
        if (name.equals(REFERENCE) && (readPercent != 100 || dedicatedWriters != 0)) {
            throw new IllegalArgumentException(REFERENCE + " at " + readPercent + " % reads, with " + dedicatedWriters
                    + " dedicated writers, was refused: it has no guard, so callers may only read it; give readPercent=100 and"
                    + " dedicatedWriters=0, or one of " + String.join(", ", strategies()));
        }
    }

    /** Makes a coordinator of this kind with no session. */
    public SessionCoordinator create(CoordinatorConfig config) {
        return name.equals(REFERENCE)
                ? CoordinatorStrategy.reference(config)
                : CoordinatorStrategy.valueOf(name).create(config);
    }
}
