package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.coordinator.store.MemorySessionStore;

/**
 * What one caller asks, from a seed: random operations in two turns of filling, where sessions are created more
 * often than closed, then one of draining, where each creation is a close instead. So the coordinator is met full, empty and in between, also
 * when every caller is at another point of its turn.
 */
final class SoakOperations {

    private static final int SESSIONS = 6;
    private static final int MAX_ACTIVE_SESSIONS = 4;
    private static final int MAX_PENDING_STATE_CHANGES = 4;
    private static final int MAX_OUTPUT_BYTES = 64;
    private static final int TURN = 100;
    private static final int TURNS = 3;

    private final RandomOperations random;
    private int asked;

    SoakOperations(long seed) {
        this.random = new RandomOperations(seed, SESSIONS);
    }

    /** Returns limits that these operations meet all the time. */
    static CoordinatorConfig limits() {
        return CoordinatorConfig.defaults()
                .withMaxActiveSessions(MAX_ACTIVE_SESSIONS)
                .withMaxPendingStateChanges(MAX_PENDING_STATE_CHANGES)
                .withMaxOutputBytes(MAX_OUTPUT_BYTES)
                .withStore(new MemorySessionStore());
    }

    Operation next() {
        boolean draining = asked / TURN % TURNS == TURNS - 1;
        asked++;
        Operation next = random.next();
        return draining && next instanceof Operation.CreateSession create
                ? new Operation.CloseSession(create.id())
                : next;
    }
}
