package io.gauntlet.history.judge;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * A linearizable history as a lock makes it that is handed on first come, first served: every caller waits nearly all the
 * time, so all calls overlap; most return just after their turn, in that order. A few callers lose the processor between the
 * end of their turn and their return, for as long as many others' turns take.
 */
final class FairRun {

    private static final long TURN_NANOS = 1_000;
    private static final int ONE_LATE_IN = 40;
    private static final int MOST_TURNS_LATE = 120;

    /** A caller, and since when it waits. */
    private record Waiting(int caller, long sinceNanos) {}

    private FairRun() {}

    static History of(Supplier<Operation> source, Limits limits, int callers, int operations, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SessionCoordinator reference =
                CoordinatorStrategy.reference(limits.config(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), session -> {}));
        PriorityQueue<Waiting> queue = new PriorityQueue<>(
                Comparator.comparingLong(Waiting::sinceNanos).thenComparingInt(Waiting::caller));
        for (int caller = 0; caller < callers; caller++) {
            queue.add(new Waiting(caller, caller));
        }
        List<Call> calls = new ArrayList<>(operations);
        long now = callers;
        for (int i = 0; i < operations; i++) {
            Waiting next = queue.remove();
            now = Math.max(now, next.sinceNanos) + TURN_NANOS;
            boolean late = random.nextInt(ONE_LATE_IN) == 0;
            long returned = now + (late ? random.nextLong(MOST_TURNS_LATE * TURN_NANOS) : random.nextLong(TURN_NANOS));
            Operation operation = source.get();
            calls.add(new Call(next.caller, operation, operation.perform(reference), next.sinceNanos, returned));
            queue.add(new Waiting(next.caller, returned + 1));
        }
        return new History(StartState.EMPTY, limits, calls);
    }
}
