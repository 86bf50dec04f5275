package io.gauntlet.benchmarks.workload;

import java.util.Arrays;
import java.util.List;

/**
 * What one call of a measured caller does, and its share in percent of all reads or of all writes.
 *
 * <p>Callers mostly look up: so do the shares. Closing and creating come as a pair, so that the number of open sessions
 * stays what it was. {@code saveSession} is not among them: it is a write to a disk, which no guard speeds up.
 */
enum Operation {
    GET_SESSION(/* read= */ true, 60),
    ACTIVE_SESSION_ID(/* read= */ true, 25),
    GET_WAITING_SESSIONS(/* read= */ true, 8),
    LIST_SESSIONS(/* read= */ true, 5),
    SNAPSHOT(/* read= */ true, 2),
    UPDATE_RESOURCE_STATS(/* read= */ false, 30),
    UPDATE_SESSION_STATE(/* read= */ false, 20),
    POST_STATE_CHANGE(/* read= */ false, 18),
    APPEND_OUTPUT(/* read= */ false, 15),
    SWITCH_SESSION(/* read= */ false, 10),
    PROCESS_STATE_CHANGES(/* read= */ false, 5),
    CLOSE_SESSION(/* read= */ false, 1),
    CREATE_SESSION(/* read= */ false, 1);

    private final boolean read;
    private final int sharePercent;

    Operation(boolean read, int sharePercent) {
        this.read = read;
        this.sharePercent = sharePercent;
    }

    boolean isRead() {
        return read;
    }

    int sharePercent() {
        return sharePercent;
    }

    static List<Operation> reads() {
        return Arrays.stream(values()).filter(Operation::isRead).toList();
    }

    static List<Operation> writes() {
        return Arrays.stream(values()).filter(operation -> !operation.isRead()).toList();
    }
}
