package io.gauntlet.history.judge;

import io.gauntlet.coordinator.GuardedCoordinator;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.guard.Unguarded;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * A linearizable history, made from a sequential run of the reference: each call is given a time around the instant at which
 * it was performed, so that many overlap; how many, {@code stretch} says.
 */
final class OverlappingRun {

    private static final long STEP_NANOS = 1000;

    private OverlappingRun() {}

    /**
     * Runs.
     *
     * @param callers how many callers the operations are dealt to
     * @param stretch 0 for calls that hardly overlap, 1 for calls that fill all the time their caller has
     */
    static History of(
            Supplier<Operation> source, Limits limits, int callers, int operations, double stretch, long seed) {
        return from(StartState.EMPTY, source, limits, callers, operations, stretch, seed);
    }

    /** Runs, from what the coordinator holds at first. */
    static History from(
            StartState start,
            Supplier<Operation> source,
            Limits limits,
            int callers,
            int operations,
            double stretch,
            long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SessionCoordinator reference = new GuardedCoordinator<>(
                limits.config(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), session -> {}),
                new Unguarded<>(start.table()));
        int[] who = new int[operations];
        long[] next = new long[operations];
        long[] seen = new long[callers];
        Arrays.fill(seen, (operations + 1) * STEP_NANOS);
        for (int i = 0; i < operations; i++) {
            who[i] = random.nextInt(callers);
        }
        for (int i = operations - 1; i >= 0; i--) {
            next[i] = seen[who[i]];
            seen[who[i]] = (i + 1) * STEP_NANOS;
        }
        List<Call> calls = new ArrayList<>(operations);
        long[] free = new long[callers];
        for (int i = 0; i < operations; i++) {
            long at = (i + 1) * STEP_NANOS;
            Operation operation = source.get();
            long invoked = at - between(random, at - free[who[i]], stretch);
            long returned = at + between(random, next[i] - at, stretch);
            free[who[i]] = returned;
            calls.add(new Call(who[i], operation, operation.perform(reference), invoked, returned));
        }
        return new History(start, limits, calls);
    }

    private static long between(SplittableRandom random, long room, double stretch) {
        return room <= 1 ? 0 : (long) (random.nextLong(room) * stretch);
    }
}
