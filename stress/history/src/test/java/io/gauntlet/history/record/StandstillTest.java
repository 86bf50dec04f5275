package io.gauntlet.history.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.GuardedCoordinator;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.guard.Unguarded;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.coordinator.rules.HashSessionTable;
import io.gauntlet.history.StartState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandstillTest {

    private static final long SEED = Long.getLong("gauntlet.seed", 20261124L);
    private static final CoordinatorConfig CONFIG =
            new CoordinatorConfig(4, 4, 64, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), session -> {});

    private final SessionCoordinator coordinator = CoordinatorStrategy.MUTEX.create(CONFIG);

    /** After any past, full or empty, a coordinator filled with what was learned goes on as the one it was learned from. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 30, 31, 32, 33, 34, 35, 36, 500})
    void of_anyPast_isWhatTheCoordinatorGoesOnFrom(int past) {
        RandomOperations operations = new RandomOperations(SEED, 6);
        for (int step = 0; step < past; step++) {
            operations.next().perform(coordinator);
        }
        StartState learned = Standstill.of(coordinator);
        HashSessionTable table = learned.table();
        SessionCoordinator resumed = new GuardedCoordinator<>(CONFIG, new Unguarded<>(table));
        for (int step = 0; step < 300; step++) {
            Operation operation = operations.next();
            assertThat(operation.perform(coordinator))
                    .as("seed %d, %d calls before, step %d, %s", SEED, past, step, operation)
                    .isEqualTo(operation.perform(resumed));
        }
    }

    @Test
    void of_fullCoordinator_leavesOrderActiveAndStateAsTheyWere() {
        for (int number = 0; number < 4; number++) {
            coordinator.createSession("id-" + number, "name " + number);
        }
        coordinator.switchSession("name 3");
        coordinator.updateSessionState("id-3", SessionState.WAITING_FOR_INPUT);

        StartState learned = Standstill.of(coordinator);

        assertThat(learned.sessions()).extracting(Session::id).containsExactly("id-0", "id-1", "id-2", "id-3");
        assertThat(learned.activeSessionId()).isEqualTo("id-3");
        assertThat(learned.sessions().get(3).state()).isEqualTo(SessionState.WAITING_FOR_INPUT);
        assertThat(learned.lastSerial()).isEqualTo(5);
    }

    @Test
    void of_emptyCoordinator_leavesItEmpty() {
        StartState learned = Standstill.of(coordinator);
        assertThat(learned.sessions()).isEmpty();
        assertThat(learned.lastSerial()).isEqualTo(1);
        assertThat(coordinator.listSessions()).isEmpty();
    }

    @Test
    void of_coordinatorThatSomebodyElseCalls_isRefused() {
        SessionCoordinator busy = Hooked.before(
                coordinator, "snapshot", () -> coordinator.postStateChange(new StateChange.Completed("a")));
        assertThatIllegalStateException()
                .isThrownBy(() -> Standstill.of(busy))
                .withMessageContaining("somebody else calls");
    }
}
