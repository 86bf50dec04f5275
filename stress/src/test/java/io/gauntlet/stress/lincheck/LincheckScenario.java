package io.gauntlet.stress.lincheck;

import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.evidence.Checker;
import io.gauntlet.stress.hazard.Hazard;
import io.gauntlet.stress.hazard.RandomScenarios;
import io.gauntlet.stress.hazard.Scenario;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Returns what a checker plays: the hazards, scenarios drawn from the seed, or the ones and then the others. */
    static List<LincheckScenario> of(Checker checker, LincheckBudget budget, long seed) {
        return switch (checker) {
            case LINCHECK_HAZARDS -> hazards();
            case LINCHECK_RANDOM -> random(budget, seed);
            default ->
                Stream.concat(hazards().stream(), random(budget, seed).stream()).toList();
        };
    }

    private static List<LincheckScenario> hazards() {
        return Arrays.stream(Hazard.values())
                .flatMap(hazard ->
                        hazard
                                .scenario()
                                .map(scenario -> of(hazard.name() + " (" + hazard.story() + ")", scenario))
                                .stream())
                .toList();
    }

    private static List<LincheckScenario> random(LincheckBudget budget, long seed) {
        RandomScenarios drawn = new RandomScenarios(seed);
        return IntStream.rangeClosed(1, budget.randomScenarios())
                .mapToObj(number -> of(
                        "random scenario " + number + " of seed " + seed,
                        drawn.next(budget.callers(), budget.operationsEach())))
                .toList();
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
