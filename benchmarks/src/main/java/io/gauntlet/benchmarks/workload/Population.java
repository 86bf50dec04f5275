package io.gauntlet.benchmarks.workload;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import java.util.stream.IntStream;

/** The sessions that a measurement keeps open: their ids and names, all made beforehand. */
public final class Population {

    /** Small, so that output is evicted from the first moments of a warm-up on, whatever the number of sessions. */
    private static final int MAX_OUTPUT_BYTES = 4_096;

    /** A tape keeps the number of a session in 16 bits. */
    public static final int MAX_SESSIONS = 1 << 16;

    private final String[] ids;
    private final String[] names;

    /**
     * Makes ids and names.
     *
     * @throws IllegalArgumentException if {@code sessions} is not 1 to 65 536
     */
    public Population(int sessions) {
        if (sessions < 1 || sessions > MAX_SESSIONS) {
            throw new IllegalArgumentException(
                    "sessions '" + sessions + "' is not valid: allowed are 1 to " + MAX_SESSIONS);
        }
        ids = IntStream.range(0, sessions).mapToObj(number -> "id-" + number).toArray(String[]::new);
        names = IntStream.range(0, sessions)
                .mapToObj(number -> "session " + number)
                .toArray(String[]::new);
    }

    public int size() {
        return ids.length;
    }

    public String id(int number) {
        return ids[number];
    }

    public String name(int number) {
        return names[number];
    }

    /** Returns limits that this population just keeps. */
    public CoordinatorConfig config() {
        return CoordinatorConfig.defaults().withMaxActiveSessions(ids.length).withMaxOutputBytes(MAX_OUTPUT_BYTES);
    }

    /** Opens every session; the first {@code waiting} of them wait for input. */
    public void openIn(SessionCoordinator coordinator, int waiting) {
        for (int number = 0; number < ids.length; number++) {
            coordinator.createSession(ids[number], names[number]);
            if (number < waiting) {
                coordinator.updateSessionState(ids[number], SessionState.WAITING_FOR_INPUT);
            }
        }
    }
}
