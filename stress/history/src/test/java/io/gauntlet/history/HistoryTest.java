package io.gauntlet.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.GuardedCoordinator;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.guard.Unguarded;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.coordinator.rules.HashSessionTable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final long SEED = Long.getLong("gauntlet.seed", 20261124L);
    private static final Limits LIMITS = new Limits(5, 4, 40);
    private static final Operation READ = new Operation.ActiveSessionId();
    private static final Outcome NONE = new Outcome.Answered(null);

    @Test
    void call_withoutOutcomeThatReturned_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Call(0, READ, null, 1, 2))
                .withMessageContaining("returned at 2 without an outcome");
    }

    @Test
    void call_returningBeforeItBegan_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Call(3, READ, NONE, 5, 4))
                .withMessageContaining("caller 3 returned at 4 ns, before it began at 5 ns");
    }

    @Test
    void precedes_sameNanosecond_overlaps() {
        assertThat(new Call(0, READ, NONE, 1, 2).precedes(new Call(1, READ, NONE, 2, 3)))
                .isFalse();
        assertThat(new Call(0, READ, NONE, 1, 2).precedes(new Call(1, READ, NONE, 3, 4)))
                .isTrue();
    }

    @Test
    void history_callAfterOneThatNeverReturned_isRefused() {
        List<Call> calls = List.of(Call.pending(7, READ, 1), new Call(7, READ, NONE, 2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new History(StartState.EMPTY, LIMITS, calls))
                .withMessageContaining("caller 7 began")
                .withMessageContaining("had returned at all");
    }

    /** The state after one window, learned from its answers alone, is one from which the next window goes on. */
    @Test
    void after_randomHistory_leadsTheReferenceOn() {
        CoordinatorConfig config = LIMITS.config(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), session -> {});
        SessionCoordinator reference = CoordinatorStrategy.reference(config);
        RandomOperations operations = new RandomOperations(SEED, 8);
        List<Call> calls = new ArrayList<>();
        for (int step = 0; step < 500; step++) {
            Operation operation = operations.next();
            calls.add(new Call(0, operation, operation.perform(reference), step, step));
        }
        Operation drain = new Operation.ProcessStateChanges();
        calls.add(new Call(0, drain, drain.perform(reference), 500, 500));
        StartState after = StartState.after(new History(StartState.EMPTY, LIMITS, calls), reference.snapshot());

        HashSessionTable table = after.table();
        SessionCoordinator resumed = new GuardedCoordinator<>(config, new Unguarded<>(table));
        for (int step = 0; step < 500; step++) {
            Operation operation = operations.next();
            assertThat(operation.perform(resumed))
                    .as("seed %d, step %d, %s", SEED, step, operation)
                    .isEqualTo(operation.perform(reference));
        }
    }

    @Test
    void after_changesStillWaiting_isRefused() {
        SessionCoordinator reference = CoordinatorStrategy.reference(CoordinatorConfig.defaults());
        reference.postStateChange(new StateChange.Completed("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> StartState.after(new History(StartState.EMPTY, LIMITS, List.of()), reference.snapshot()))
                .withMessageContaining("1 posted changes wait");
    }
}
