package io.gauntlet.stress.lincheck;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * What Lincheck did with the scenarios that it was given.
 *
 * @param mode how it made schedules
 * @param scenarios all it was given
 */
record Effort(Mode mode, List<LincheckScenario> scenarios) {

    /** Returns how much of what ran, by name. */
    Map<String, Long> amounts() {
        Map<String, Long> amounts = new TreeMap<>();
        for (LincheckScenario scenario : scenarios) {
            Tally tally = CountingVerifier.tally(scenario.scenario());
            if (tally.executions() > 0) {
                amounts.merge("scenarios", 1L, Long::sum);
            }
            amounts.merge(mode == Mode.MODEL_CHECKING ? "interleavings" : "executions", tally.executions(), Long::sum);
            amounts.merge("operations", tally.operations(), Long::sum);
            amounts.merge("outcomes", tally.outcomes(), Long::sum);
        }
        return amounts;
    }

    /**
     * Returns the scenarios that were not executed in full. Model checking may end early: it has then tried every schedule,
     * of which two callers always have more than one.
     */
    List<String> gaps(int executions) {
        int fewest = mode == Mode.MODEL_CHECKING ? 2 : executions;
        return scenarios.stream()
                .filter(scenario -> CountingVerifier.tally(scenario.scenario()).executions() < fewest)
                .map(scenario -> "not executed in full: " + scenario.title())
                .toList();
    }

    /** Returns what the scenario that Lincheck speaks of is called. */
    String title(ExecutionScenario wanted) {
        return scenarios.stream()
                .filter(scenario -> scenario.scenario() == wanted)
                .map(LincheckScenario::title)
                .findFirst()
                .orElse("a scenario that was not asked for: " + wanted);
    }
}
