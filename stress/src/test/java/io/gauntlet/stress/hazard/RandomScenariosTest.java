package io.gauntlet.stress.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.operation.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomScenariosTest {

    private static final long SEED = 20_261_124;

    @Test
    void scenarios_sameSeed_areTheSame() {
        assertThat(scenarios(SEED)).isEqualTo(scenarios(SEED));
    }

    @Test
    void scenarios_otherSeed_areOthers() {
        assertThat(scenarios(SEED)).isNotEqualTo(scenarios(SEED + 1));
    }

    @Test
    void scenario_hasTheCallersAndOperationsAskedFor_andEndsWithASnapshot() {
        assertThat(scenarios(SEED)).allSatisfy(scenario -> {
            assertThat(scenario.callers())
                    .hasSize(3)
                    .allSatisfy(operations -> assertThat(operations).hasSize(2));
            assertThat(scenario.after()).containsExactly(new Operation.Snapshot());
        });
    }

    @Test
    void scenario_callerWithoutOperations_isRefusedByName() {
        assertThatThrownBy(() -> new Scenario(List.of(), List.of(List.of()), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("callers [[]]");
    }

    private static List<Scenario> scenarios(long seed) {
        RandomScenarios drawn = new RandomScenarios(seed);
        return Stream.generate(() -> drawn.next(/* callers= */ 3, /* operationsEach= */ 2))
                .limit(20)
                .toList();
    }
}
