package io.gauntlet.stress.hazard;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.RandomOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Scenarios that nobody thought of, drawn from a seed: the same seed gives the same scenarios.
 *
 * <p>Most begin with sessions open, as operations that are all refused test nothing. Each ends with a snapshot, which shows
 * what the callers left behind.
 */
public final class RandomScenarios {

    private final SplittableRandom random;
    private final RandomOperations operations;

    /** @param seed of everything that is drawn */
    public RandomScenarios(long seed) {
        this.random = new SplittableRandom(seed);
        this.operations = new RandomOperations(random.nextLong(), SmallUniverse.SESSIONS);
    }

    /** Returns the next scenario: {@code callers} concurrent callers with {@code operationsEach} operations. */
    public Scenario next(int callers, int operationsEach) {
        List<Operation> before = before(random.nextInt(SmallUniverse.SESSIONS));
        List<List<Operation>> concurrent =
                Stream.generate(() -> operations(operationsEach)).limit(callers).toList();
        return new Scenario(before, concurrent, List.of(new Operation.Snapshot()));
    }

    /** Draws until so many sessions are open, and keeps what changed something. */
    private List<Operation> before(int openSessions) {
        List<Operation> kept = new ArrayList<>();
        SessionCoordinator coordinator = CoordinatorStrategy.reference(SmallUniverse.config());
        CoordinatorSnapshot state = coordinator.snapshot();
        while (state.sessions().size() < openSessions) {
            Operation operation = operations.next();
            operation.perform(coordinator);
            CoordinatorSnapshot next = coordinator.snapshot();
            if (!next.equals(state)) {
                kept.add(operation);
            }
            state = next;
        }
        return kept;
    }

    private List<Operation> operations(int count) {
        return Stream.generate(operations::next).limit(count).toList();
    }
}
