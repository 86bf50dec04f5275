package io.gauntlet.coordinator;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.guard.CopyOnWriteGuard;
import io.gauntlet.coordinator.guard.FairMutexGuard;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.LockFreeGuard;
import io.gauntlet.coordinator.guard.MutexGuard;
import io.gauntlet.coordinator.guard.ReadWriteLockGuard;
import io.gauntlet.coordinator.guard.StampedLockGuard;
import io.gauntlet.coordinator.guard.SynchronizedGuard;
import io.gauntlet.coordinator.guard.Unguarded;
import io.gauntlet.coordinator.rules.HashSessionTable;
import io.gauntlet.coordinator.rules.OptimisticSessionTable;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.coordinator.rules.SessionTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every way of sharing a coordinator that is on trial: the one list of them. A line here, and every checker, benchmark and
 * chart picks the strategy up.
 */
public enum CoordinatorStrategy {
    SYNCHRONIZED(() -> new SynchronizedGuard<>(new HashSessionTable())),
    MUTEX(() -> new MutexGuard<>(new HashSessionTable())),
    FAIR_MUTEX(() -> new FairMutexGuard<>(new HashSessionTable())),
    READ_WRITE_LOCK(() -> new ReadWriteLockGuard<>(new HashSessionTable())),
    STAMPED_LOCK(() -> new StampedLockGuard<>(new OptimisticSessionTable())),
    LOCK_FREE(() -> new LockFreeGuard<>(new PersistentSessionTable())),
    COPY_ON_WRITE(() -> new CopyOnWriteGuard<>(new PersistentSessionTable()));

    @SuppressWarnings("ImmutableEnumChecker") // the suppliers capture nothing
    private final Supplier<Guard<? extends SessionTable>> guard;

    CoordinatorStrategy(Supplier<Guard<? extends SessionTable>> guard) {
        this.guard = guard;
    }

    /** Makes a coordinator with no session, ready for any number of callers. */
    public SessionCoordinator create(CoordinatorConfig config) {
        return new GuardedCoordinator<>(config, guard.get());
    }

    /**
     * Makes the reference: the hash table without a guard, for one caller at a time (or many that only read). It is the
     * sequential specification for every checker and the speed ceiling of every chart.
     */
    public static SessionCoordinator reference(CoordinatorConfig config) {
        return new GuardedCoordinator<>(config, new Unguarded<>(new HashSessionTable()));
    }

    /**
     * Reads a selection of strategies: {@code all}, or names separated by commas, in any case of letters.
     *
     * @return the strategies selected, in the order of this list
     * @throws IllegalArgumentException if one is unknown; the message lists what is allowed
     */
    public static List<CoordinatorStrategy> parse(String selection) {
        if (selection.strip().equalsIgnoreCase("all")) {
            return List.of(values());
        }
        EnumSet<CoordinatorStrategy> selected = EnumSet.noneOf(CoordinatorStrategy.class);
        for (String name : selection.split(",", -1)) {
            selected.add(named(name.strip()));
        }
        return List.copyOf(selected);
    }

    private static CoordinatorStrategy named(String name) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown strategy '" + name + "': allowed are all, or any of " + Arrays.toString(values())));
    }
}
