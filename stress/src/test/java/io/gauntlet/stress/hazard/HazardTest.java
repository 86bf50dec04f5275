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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HazardTest {

    static Stream<Hazard> withScenario() {
        return Arrays.stream(Hazard.values()).filter(hazard -> hazard.scenario().isPresent());
    }

    @Test
    void hazards_together_askForEveryOperation() {
        Set<Class<?>> asked = withScenario()
                .flatMap(hazard -> hazard.scenario().orElseThrow().operations())
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(asked).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("withScenario")
    void hazard_beforeItsCallersMeet_isRefusedNothing(Hazard hazard) {
        SessionCoordinator coordinator = CoordinatorStrategy.reference(SmallUniverse.config());

        List<Outcome> outcomes = hazard.scenario().orElseThrow().before().stream()
                .map(operation -> operation.perform(coordinator))
                .toList();

        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Answered.class);
    }

    @ParameterizedTest
    @MethodSource("withScenario")
    void hazard_withScenario_hasTwoCallersUnlessItTakesMore(Hazard hazard) {
        assertThat(hazard.scenario().orElseThrow().callers()).hasSize(hazard == Hazard.READERS_AGREE ? 4 : 2);
    }

    @ParameterizedTest
    @EnumSource
    void hazard_hasAScenario_orSaysWhyNot(Hazard hazard) {
        assertThat(hazard.withoutScenario().isPresent())
                .isNotEqualTo(hazard.scenario().isPresent());
    }
}
