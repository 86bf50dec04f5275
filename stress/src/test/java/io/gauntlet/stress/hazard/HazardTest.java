package io.gauntlet.stress.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HazardTest {

    @Test
    void hazards_together_askForEveryOperation() {
        Set<Class<?>> asked = Arrays.stream(Hazard.values())
                .flatMap(hazard -> hazard.scenario().operations())
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(asked).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @EnumSource
    void hazard_beforeItsCallersMeet_isRefusedNothing(Hazard hazard) {
        SessionCoordinator coordinator = CoordinatorStrategy.reference(SmallUniverse.config());

        List<Outcome> outcomes = hazard.scenario().before().stream()
                .map(operation -> operation.perform(coordinator))
                .toList();

        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Answered.class);
    }

    @ParameterizedTest
    @EnumSource
    void hazard_hasTwoCallers(Hazard hazard) {
        assertThat(hazard.scenario().callers()).hasSize(2);
    }
}
