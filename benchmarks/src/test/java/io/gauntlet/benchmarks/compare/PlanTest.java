package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import io.gauntlet.benchmarks.workload.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {

    private static final List<String> OPERATIONS = List.of("getSession", "updateResourceStats", "snapshot");
    private static final List<String> STRATEGIES = List.of("MUTEX", "LOCK_FREE", "STAMPED_LOCK");

    @ParameterizedTest
    @EnumSource(Budget.class)
    void plan_ofTheSameSeed_isTheSame(Budget budget) {
        assertThat(plan(budget, 1)).isEqualTo(plan(budget, 1)).isNotEqualTo(plan(budget, 2));
    }

    @ParameterizedTest
    @EnumSource(Budget.class)
    void plan_holdsEveryCellOnceARoundUnderAFileNameOfItsOwn(Budget budget) {
        List<Cell> cells = plan(budget, 1).cells();

        assertThat(cells).doesNotHaveDuplicates();
        assertThat(cells.stream().map(Texts::fileName)).doesNotHaveDuplicates();
        assertThat(cells.stream().map(Texts::fileName))
                .allMatch(name -> name.matches("[A-Za-z0-9._-]+"), "safe as a file name");
    }

    @ParameterizedTest
    @EnumSource(Budget.class)
    void plan_finishesARoundBeforeTheNext(Budget budget) {
        assertThat(plan(budget, 1).cells()).extracting(Cell::round).isSorted();
    }

    @Test
    void plan_ofACell_holdsItInEachOfItsRounds() {
        assertThat(plan(Budget.STANDARD, 1).cells().stream()
                        .filter(cell -> cell instanceof ThroughputCell throughput
                                && throughput.subject().equals("LOCK_FREE")
                                && throughput.regime().equals(Star.CENTRE)))
                .extracting(Cell::round)
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void plan_mixesStrategiesAndRegimesAndParts() {
        List<Cell> cells = plan(Budget.STANDARD, 1).cells();

        // By chance alone, one cell in four or so would follow one of its own strategy.
        assertThat(repeats(cells.stream().map(Cell::subject).toList())).isLessThan(0.4);
        Set<Part> early = cells.subList(0, 60).stream().map(Part::of).collect(Collectors.toCollection(HashSet::new));
        assertThat(early).containsExactlyInAnyOrder(Part.values());
    }

    private static double repeats(List<String> names) {
        long repeats = 0;
        for (int index = 1; index < names.size(); index++) {
            if (names.get(index).equals(names.get(index - 1))) {
                repeats++;
            }
        }
        return (double) repeats / names.size();
    }

    @Test
    void plan_ordersEachRoundOnItsOwn() {
        assertThat(round(2)).isNotEqualTo(round(3)).containsExactlyInAnyOrderElementsOf(round(3));
    }

    private static List<String> round(int round) {
        return plan(Budget.QUICK, 1).cells().stream()
                .filter(cell -> cell.round() == round && cell instanceof ThroughputCell)
                .map(Texts::of)
                .toList();
    }

    @Test
    void plan_measuresTheYardstickTwiceUnderEveryRegime() {
        List<Cell> cells = plan(Budget.STANDARD, 1).cells();

        assertThat(regimesOf(cells, Subject.YARDSTICK_AGAIN)).isEqualTo(regimesOf(cells, "MUTEX"));
    }

    @Test
    void plan_withoutTheYardstick_hasNoSecondOfIt() {
        Plan plan = Plan.of(workload(Budget.QUICK), List.of("LOCK_FREE"), 1);

        assertThat(plan.cells()).extracting(Cell::subject).doesNotContain(Subject.YARDSTICK_AGAIN, "MUTEX");
    }

    @Test
    void plan_measuresTheCeilingOnlyWhereNobodyWritesOrOneIsAlone() {
        List<Cell> ceiling = plan(Budget.FULL, 1).cells().stream()
                .filter(cell -> cell.subject().equals("REFERENCE"))
                .toList();

        assertThat(ceiling)
                .hasAtLeastOneElementOfType(CostCell.class)
                .hasAtLeastOneElementOfType(ThroughputCell.class)
                .doesNotHaveAnyElementsOfTypes(LatencyCell.class)
                .allMatch(cell -> !(cell instanceof ThroughputCell throughput)
                        || throughput.regime().nobodyWrites());
    }

    @Test
    void plan_ofSmoke_runsEveryStrategyAndEveryPart() {
        List<Cell> cells = plan(Budget.SMOKE, 1).cells();

        assertThat(cells).extracting(Cell::subject).containsAll(STRATEGIES);
        assertThat(cells).extracting(Part::of).contains(Part.values());
    }

    @Test
    void description_saysHowManyAndHowLong() {
        assertThat(Plan.of(Fakes.WORKLOAD, List.of("MUTEX", "LOCK_FREE"), 7).describe())
                .contains("throughput      6 JVMs of about 3.0 s: 0 min 18 s")
                .contains("2 platform callers, 90 % reads, 10 sessions, 2 rounds")
                .contains("costs           9 JVMs of about 1.0 s: 0 min 09 s")
                .contains("latency         2 JVMs of about 5.0 s: 0 min 10 s")
                .contains("in all         17 JVMs")
                .contains("about 0 min 37 s");
    }

    private static Set<Object> regimesOf(List<Cell> cells, String subject) {
        return cells.stream()
                .filter(cell -> cell instanceof ThroughputCell && cell.subject().equals(subject))
                .map(cell -> List.of(((ThroughputCell) cell).regime(), cell.round()))
                .collect(Collectors.toSet());
    }

    private static Plan plan(Budget budget, long seed) {
        return Plan.of(workload(budget), STRATEGIES, seed);
    }

    private static Workload workload(Budget budget) {
        return budget.workload(OPERATIONS, /* virtual= */ true);
    }
}
