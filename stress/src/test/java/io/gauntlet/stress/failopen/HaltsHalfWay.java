package io.gauntlet.stress.failopen;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.guard.MutexGuard;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.stress.museum.UnderOneGuard;
import java.util.concurrent.atomic.AtomicInteger;

/** A right coordinator in a JVM that is killed in the middle of its trial, as by a system that is out of memory. */
public final class HaltsHalfWay extends UnderOneGuard {

    static final int EXIT_CODE = 137;
    private static final int LAST_CALL = 300;
    private static final AtomicInteger CALLS = new AtomicInteger();

    public HaltsHalfWay(CoordinatorConfig config) {
        super(config, new MutexGuard<>(new PersistentSessionTable()));
    }

    @Override
    public Session createSession(String id, String name) {
        if (CALLS.incrementAndGet() > LAST_CALL) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        return super.createSession(id, name);
    }
}
