package io.gauntlet.stress.canary;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.coordinator.rules.SessionRules;
import io.gauntlet.stress.museum.UnderOneGuard;

/** A coordinator that asks the clock under its guard: code of somebody else's, which may throw what it likes. */
public final class ClockUnderGuard extends UnderOneGuard {

    private record Wanted(String id, String name) {}

    private final CoordinatorConfig config;
    private final Guard<PersistentSessionTable> guard;

    /** Shares {@code guard}'s table, which must be empty. */
    public ClockUnderGuard(CoordinatorConfig config, Guard<PersistentSessionTable> guard) {
        super(config, guard);
        this.config = config;
        this.guard = guard;
    }

    @Override
    public Session createSession(String id, String name) {
        return guard.update(this::create, new Wanted(id, name));
    }

    private Session create(PersistentSessionTable table, Wanted wanted) {
        return SessionRules.create(
                table,
                new SessionRules.Creation(
                        wanted.id, wanted.name, config.clock().instant(), config.maxActiveSessions()));
    }
}
