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

    @ParameterizedTest
    @EnumSource
    void hazard_callersInEitherOrder_giveDifferentAnswers(Hazard hazard) {
        List<List<Operation>> callers = hazard.scenario().callers();

        assertThat(answers(hazard, callers.get(0), callers.get(1)))
                .as("answers that do not depend on the order can show no race: %s", hazard.story())
                .isNotEqualTo(answers(hazard, callers.get(1), callers.get(0)));
    }

    /** Performs the scenario with one caller after the other and returns all answers, those of callers in a fixed order. */
    private static Set<List<Outcome>> answers(Hazard hazard, List<Operation> first, List<Operation> second) {
        SessionCoordinator coordinator = CoordinatorStrategy.reference(SmallUniverse.config());
        perform(hazard.scenario().before(), coordinator);
        List<Outcome> firstAnswers = perform(first, coordinator);
        List<Outcome> secondAnswers = perform(second, coordinator);
        return Set.copyOf(
                List.of(firstAnswers, secondAnswers, perform(hazard.scenario().after(), coordinator)));
    }

    private static List<Outcome> perform(List<Operation> operations, SessionCoordinator coordinator) {
        return operations.stream()
                .map(operation -> operation.perform(coordinator))
                .toList();
    }
}
