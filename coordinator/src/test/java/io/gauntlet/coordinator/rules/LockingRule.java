package io.gauntlet.coordinator.rules;

import java.util.concurrent.locks.ReentrantLock;

/** What must not be: a rule that knows a lock. The architecture test must find it. */
public final class LockingRule {

    private final ReentrantLock lock = new ReentrantLock();

    /** Returns whether anybody holds its lock. */
    public boolean isLocked() {
        return lock.isLocked();
    }
}
