package io.gauntlet.coordinator;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.coordinator.operation.RandomOperations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One caller asks a coordinator and the reference the same random operations: every outcome must be equal, and so must the
 * snapshot after each.
 *
 * @param operations how many were asked
 * @param refused how many of them both refused
 * @param kinds how often each kind of operation was asked
 */
public record DifferentialRun(int operations, int refused, Map<String, Integer> kinds) {

    /** The limits under which the two are compared: small, so that they are met. */
    private static final CoordinatorConfig LIMITS = CoordinatorConfig.defaults()
            .withMaxActiveSessions(5)
            .withMaxPendingStateChanges(4)
            .withMaxOutputBytes(40)
            .withClock(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC))
            .withStore(session -> {});

    private static final int SESSIONS = 8;

    /**
     * Compares.
     *
     * @throws AssertionError at the first difference; the message has the seed, the step, the operation and both outcomes
     */
    public static DifferentialRun compare(
            Function<CoordinatorConfig, SessionCoordinator> subject, long seed, int operations) {
        SessionCoordinator onTrial = subject.apply(LIMITS);
        SessionCoordinator reference = CoordinatorStrategy.reference(LIMITS);
        RandomOperations random = new RandomOperations(seed, SESSIONS);
        Map<String, Integer> kinds = new TreeMap<>();
        int refused = 0;
        for (int step = 1; step <= operations; step++) {
            Operation operation = random.next();
            kinds.merge(operation.getClass().getSimpleName(), 1, Integer::sum);
            Outcome expected = operation.perform(reference);
            requireEqual(expected, operation.perform(onTrial), operation, seed, step);
            requireEqual(reference.snapshot(), onTrial.snapshot(), operation, seed, step);
            if (expected instanceof Outcome.Refused) {
                refused++;
            }
        }
        return new DifferentialRun(operations, refused, kinds);
    }

    private static void requireEqual(Object expected, Object actual, Operation operation, long seed, int step) {
        if (!expected.equals(actual)) {
            throw new AssertionError("seed " + seed + ", step " + step + ", " + operation + "\n  reference: " + expected
                    + "\n  subject:   " + actual);
        }
    }
}
