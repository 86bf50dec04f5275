package io.gauntlet.stress.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.stress.hazard.Hazard;
import io.gauntlet.stress.hazard.Scenario;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LincheckScenarioTest {

    private static final LincheckBudget BUDGET = new LincheckBudget(
            /* executions= */ 1, /* randomScenarios= */ 4, /* callers= */ 3, /* operationsEach= */ 2);

    @ParameterizedTest
    @EnumSource
    void hazard_inLincheckTerms_asksTheSameOperationsInTheSameParts(Hazard hazard) {
        Scenario scenario = hazard.scenario();

        ExecutionScenario translated =
                LincheckScenario.of(hazard.name(), scenario).scenario();

        assertThat(operations(translated.getInitExecution())).isEqualTo(scenario.before());
        assertThat(translated.getParallelExecution().stream().map(LincheckScenarioTest::operations))
                .isEqualTo(scenario.callers());
        assertThat(operations(translated.getPostExecution())).isEqualTo(scenario.after());
    }

    @Test
    void all_areTheHazardsFirst_thenWhatWasDrawn() {
        List<String> titles = LincheckScenario.all(BUDGET, /* seed= */ 7).stream()
                .map(LincheckScenario::title)
                .toList();

        assertThat(titles).hasSize(Hazard.values().length + 4);
        assertThat(titles).first().asString().startsWith(Hazard.values()[0].name());
        assertThat(titles).last().isEqualTo("random scenario 4 of seed 7");
    }

    private static List<Operation> operations(List<Actor> actors) {
        assertThat(actors)
                .allSatisfy(actor -> assertThat(actor.getMethod().getName()).isEqualTo("ask"));
        return actors.stream()
                .map(actor -> (Operation) actor.getArguments().get(0))
                .toList();
    }
}
