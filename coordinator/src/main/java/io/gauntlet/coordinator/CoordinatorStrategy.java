package io.gauntlet.coordinator;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.guard.Unguarded;
import io.gauntlet.coordinator.rules.HashSessionTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Every way of sharing a coordinator that is on trial: the one list of them. A line here, and every checker, benchmark and
 * chart picks the strategy up.
 */
public enum CoordinatorStrategy {
    ;

    /** Makes a coordinator with no session, ready for any number of callers. */
    public SessionCoordinator create(CoordinatorConfig config) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes the reference: the hash table without a guard, for one caller at a time (or many that only read). It is the
     * sequential specification for every checker and the speed ceiling of every chart.
     */
    public static SessionCoordinator reference(CoordinatorConfig config) {
        return new GuardedCoordinator<>(config, new Unguarded<>(new HashSessionTable()));
    }

    /**
     * Reads a selection of strategies: {@code all}, or names separated by commas.
     *
     * @throws IllegalArgumentException if one is unknown; the message lists what is allowed
     */
    public static List<CoordinatorStrategy> parse(String selection) {
        throw new UnsupportedOperationException();
    }
}
