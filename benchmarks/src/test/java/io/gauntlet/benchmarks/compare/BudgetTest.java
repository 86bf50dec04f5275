package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gauntlet.benchmarks.OperationCostBenchmark;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetTest {

    @ParameterizedTest
    @CsvSource({"SMOKE, 0.6", "QUICK, 25", "STANDARD, 150"})
    void budget_onJdk17_isExpectedToBeDoneInTime(Budget budget, double minutes) {
        assertThat(plan(budget, /* virtual= */ false).expectedSeconds()).isLessThanOrEqualTo(60 * minutes);
    }

    @Test
    void full_coversAllCombinations() {
        Workload full = Budget.FULL.workload(OperationCostBenchmark.operations(), /* virtual= */ true);

        assertThat(full.throughput().regimes()).hasSize(2 * (6 * 5 * 3 + 1)).doesNotHaveDuplicates();
        assertThat(full.throughput().regimes())
                .containsAll(Budget.STANDARD
                        .workload(OperationCostBenchmark.operations(), /* virtual= */ true)
                        .throughput()
                        .regimes());
    }

    @Test
    void standard_variesEachConditionAlone() {
        assertThat(Budget.STANDARD
                        .workload(OperationCostBenchmark.operations(), /* virtual= */ false)
                        .throughput()
                        .regimes())
                .doesNotHaveDuplicates()
                .contains(
                        new Regime(128, CallerThreads.PLATFORM, 0, 0, 10),
                        new Regime(126, CallerThreads.PLATFORM, 0, 90, 10),
                        new Regime(128, CallerThreads.PLATFORM, 0, 90, 10_000),
                        new Regime(128, CallerThreads.PLATFORM, 8, 100, 10))
                .noneMatch(regime -> regime.threads() == CallerThreads.VIRTUAL);
    }

    @ParameterizedTest
    @EnumSource(Budget.class)
    void budget_measuresOnlyOperationsThatThereAre(Budget budget) {
        assertThat(OperationCostBenchmark.operations())
                .containsAll(budget.workload(OperationCostBenchmark.operations(), false)
                        .costs()
                        .operations());
    }

    @ParameterizedTest
    @EnumSource(Budget.class)
    void name_isThatOfTheBudget(Budget budget) {
        assertThat(Budget.named(budget.label())).isEqualTo(budget);
    }

    @Test
    void name_thatIsUnknown_isRefusedWithTheKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Budget.named("endless"))
                .withMessageContaining("'endless'")
                .withMessageContaining("smoke, quick, standard, full");
    }

    private static Plan plan(Budget budget, boolean virtual) {
        return Plan.of(budget.workload(OperationCostBenchmark.operations(), virtual), Subject.strategies(), 1);
    }
}
