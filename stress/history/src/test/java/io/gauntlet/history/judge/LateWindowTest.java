package io.gauntlet.history.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A window late in a long run costs what a window costs, whatever the counters have come to. */
class LateWindowTest {

    private static final long SEED = Long.getLong("gauntlet.seed", 20261124L);
    private static final int SESSIONS = 10_000;
    private static final long LATE = 1_000_000_000_000L;

    @Test
    void judge_afterManyVersions_takesTheMemoryOfAnEarlyWindow() {
        History early = window(SESSIONS);
        History late = window(LATE);
        allocatedBytes(early); // classes loaded, caches filled
        assertThat(allocatedBytes(late)).as("bytes allocated, seed %d", SEED).isLessThan(allocatedBytes(early) * 5 / 4);
    }

    @Test
    void table_afterManyVersions_numbersOn() {
        StartState start = window(LATE).start();
        assertThat(start.table().snapshot().sessions()).isEqualTo(start.sessions());
        assertThat(start.table().nextVersion()).isEqualTo(LATE + 1);
        assertThat(start.table().nextSerial()).isEqualTo(LATE + 1);
        assertThat(start.table().droppedStateChanges()).isEqualTo(LATE);
    }

    private static long allocatedBytes(History window) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Verdict verdict = new Judge(JudgeLimits.defaults()).judge(window);
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(verdict).isInstanceOf(Verdict.Linearizable.class);
        return after - before;
    }

    /** A window of 128 callers that begins with many sessions, each counter having come to {@code counters}. */
    private static History window(long counters) {
        List<Session> sessions = LongStream.rangeClosed(1, SESSIONS)
                .map(number -> counters - SESSIONS + number)
                .mapToObj(number -> Session.created("old-" + number, "old " + number, number, Instant.EPOCH, number))
                .toList();
        StartState start = new StartState(sessions, sessions.get(0).id(), List.of(), counters, counters, counters);
        RandomOperations source = new RandomOperations(SEED, 8);
        Limits limits = new Limits(SESSIONS + 5, 4, 40);
        return OverlappingRun.from(start, source::next, limits, 128, 1_024, 0.2, SEED);
    }
}
