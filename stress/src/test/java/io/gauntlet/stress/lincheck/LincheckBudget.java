package io.gauntlet.stress.lincheck;

import io.gauntlet.stress.ProofBudget;

/**
 * How much Lincheck does with one subject, beside the hazards.
 *
 * @param executions how often each scenario is executed; model checking ends earlier where it has tried every schedule
 * @param randomScenarios how many scenarios are drawn
 * @param callers how many concurrent callers each of those has
 * @param operationsEach how many operations each caller asks for
 */
record LincheckBudget(int executions, int randomScenarios, int callers, int operationsEach) {

    static LincheckBudget of(ProofBudget budget, Mode mode) {
        boolean quick = budget == ProofBudget.QUICK;
        return switch (mode) {
            case MODEL_CHECKING -> quick ? new LincheckBudget(100, 3, 2, 3) : new LincheckBudget(1_000, 50, 3, 3);
            case STRESS -> quick ? new LincheckBudget(200, 5, 2, 3) : new LincheckBudget(5_000, 100, 2, 4);
        };
    }
}
