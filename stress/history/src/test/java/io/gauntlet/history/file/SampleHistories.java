package io.gauntlet.history.file;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Windows as a recorder makes them, from a seed. */
final class SampleHistories {

    private SampleHistories() {}

    static List<History> windows(long seed, int windows, int callers, int callsPerCaller) {
        SplittableRandom random = new SplittableRandom(seed);
        CoordinatorConfig config = CoordinatorConfig.defaults()
                .withMaxActiveSessions(4)
                .withMaxPendingStateChanges(4)
                .withMaxOutputBytes(40)
                .withStore(session -> {
                    if (session.version() % 2 == 0) {
                        throw new IOException("full");
                    }
                });
        SessionCoordinator coordinator = CoordinatorStrategy.LOCK_FREE.create(config);
        RandomOperations operations = new RandomOperations(seed, 6);
        List<History> made = new ArrayList<>();
        StartState start = StartState.EMPTY;
        long now = -1_000_000;
        for (int window = 0; window < windows; window++) {
            List<Call> calls = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                for (int call = 0; call < callsPerCaller; call++) {
                    Operation operation = operations.next();
                    long begun = now += random.nextInt(3);
                    calls.add(new Call(
                            caller, operation, operation.perform(coordinator), begun, now += random.nextInt(2_000)));
                }
            }
            Operation drain = new Operation.ProcessStateChanges();
            calls.add(new Call(callers, drain, drain.perform(coordinator), now, now += 1));
            CoordinatorSnapshot last = coordinator.snapshot();
            calls.add(new Call(callers, new Operation.Snapshot(), new Outcome.Answered(last), now, now += 1));
            History history = new History(start, Limits.of(config), calls);
            made.add(history);
            start = StartState.after(history, last);
        }
        return made;
    }
}
