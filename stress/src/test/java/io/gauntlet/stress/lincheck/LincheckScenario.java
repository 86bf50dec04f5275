package io.gauntlet.stress.lincheck;

import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.stress.hazard.Hazard;
import io.gauntlet.stress.hazard.RandomScenarios;
import io.gauntlet.stress.hazard.Scenario;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * A scenario in Lincheck's terms.
 *
 * @param title names it in a verdict
 * @param scenario what {@link AbstractCoordinatorOperations} is asked by whom
 */
record LincheckScenario(String title, ExecutionScenario scenario) {

    private static final Method ASK = ask();

    /** Returns all scenarios of a budget: the hazards, then those drawn from the seed. */
    static List<LincheckScenario> all(LincheckBudget budget, long seed) {
        List<LincheckScenario> all = new ArrayList<>();
        for (Hazard hazard : Hazard.values()) {
            all.add(of(hazard.name() + " (" + hazard.story() + ")", hazard.scenario()));
        }
        RandomScenarios drawn = new RandomScenarios(seed);
        for (int number = 1; number <= budget.randomScenarios(); number++) {
            all.add(of(
                    "random scenario " + number + " of seed " + seed,
                    drawn.next(budget.callers(), budget.operationsEach())));
        }
        return all;
    }

    static LincheckScenario of(String title, Scenario scenario) {
        return new LincheckScenario(
                title,
                new ExecutionScenario(
                        actors(scenario.before()),
                        scenario.callers().stream()
                                .map(LincheckScenario::actors)
                                .toList(),
                        actors(scenario.after()),
                        /* validationFunction= */ null));
    }

    private static List<Actor> actors(List<Operation> operations) {
        return operations.stream()
                .map(operation -> new Actor(ASK, List.of(operation)))
                .toList();
    }

    private static Method ask() {
        try {
            return AbstractCoordinatorOperations.class.getMethod("ask", Operation.class);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("AbstractCoordinatorOperations.ask(Operation) is what Lincheck calls", e);
        }
    }
}
