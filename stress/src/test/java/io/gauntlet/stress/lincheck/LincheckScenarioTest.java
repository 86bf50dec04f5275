package io.gauntlet.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.evidence.Checker;
import io.gauntlet.stress.hazard.Hazard;
import io.gauntlet.stress.hazard.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LincheckScenarioTest {

    private static final LincheckBudget BUDGET = new LincheckBudget(
            /* executions= */ 1, /* randomScenarios= */ 4, /* callers= */ 3, /* operationsEach= */ 2);

    static Stream<Hazard> withScenario() {
        return Arrays.stream(Hazard.values()).filter(hazard -> hazard.scenario().isPresent());
    }

    @ParameterizedTest
    @MethodSource("withScenario")
    void hazard_inLincheckTerms_asksTheSameOperationsInTheSameParts(Hazard hazard) {
        Scenario scenario = hazard.scenario().orElseThrow();

        ExecutionScenario translated =
                LincheckScenario.of(hazard.name(), scenario).scenario();

        assertThat(operations(translated.getInitExecution())).isEqualTo(scenario.before());
        assertThat(translated.getParallelExecution().stream().map(LincheckScenarioTest::operations))
                .isEqualTo(scenario.callers());
        assertThat(operations(translated.getPostExecution())).isEqualTo(scenario.after());
    }

    @Test
    void stress_playsTheHazardsFirst_thenWhatWasDrawn() {
        List<String> titles = titles(Checker.LINCHECK_STRESS);

        assertThat(titles).hasSize((int) withScenario().count() + 4);
        assertThat(titles).first().asString().startsWith(Hazard.values()[0].name());
        assertThat(titles).last().isEqualTo("random scenario 4 of seed 7");
    }

    @Test
    void modelChecking_playsTheOnesOrTheOthers() {
        assertThat(titles(Checker.LINCHECK_HAZARDS))
                .hasSize((int) withScenario().count())
                .noneMatch(title -> title.contains("random"));
        assertThat(titles(Checker.LINCHECK_RANDOM)).hasSize(4).allMatch(title -> title.startsWith("random scenario"));
    }

    private static List<String> titles(Checker checker) {
        return LincheckScenario.of(checker, BUDGET, /* seed= */ 7).stream()
                .map(LincheckScenario::title)
                .toList();
    }

    private static List<Operation> operations(List<Actor> actors) {
        assertThat(actors)
                .allSatisfy(actor -> assertThat(actor.getMethod().getName()).isEqualTo("ask"));
        return actors.stream()
                .map(actor -> (Operation) actor.getArguments().get(0))
                .toList();
    }
}
