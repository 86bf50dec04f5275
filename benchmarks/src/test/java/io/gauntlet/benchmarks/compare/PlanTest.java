package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final List<String> STRATEGIES = List.of("MUTEX", "LOCK_FREE", "STAMPED_LOCK");
    private static final List<Integer> MIXES = List.of(100, 99, 90, 50);

    @Test
    void plan_ofTheSameSeed_isTheSame() {
        assertThat(plan(1)).isEqualTo(plan(1)).isNotEqualTo(plan(2));
    }

    @Test
    void plan_holdsEveryCellOnceARound() {
        assertThat(plan(1).cells()).hasSize(3 * (3 * 4 + 1)).doesNotHaveDuplicates();
        for (String strategy : STRATEGIES) {
            for (int mix : MIXES) {
                assertThat(plan(1).cells())
                        .contains(new Cell(strategy, mix, 1), new Cell(strategy, mix, 2), new Cell(strategy, mix, 3));
            }
        }
    }

    @Test
    void plan_measuresTheReferenceWhereItOnlyReads() {
        assertThat(plan(1).cells())
                .filteredOn(cell -> cell.subject().equals("REFERENCE"))
                .extracting(Cell::readPercent)
                .containsExactly(100, 100, 100);
    }

    @Test
    void plan_finishesARoundBeforeTheNext() {
        assertThat(plan(1).cells()).extracting(Cell::round).isSorted();
    }

    @Test
    void plan_ordersEachRoundOnItsOwn() {
        assertThat(round(1)).isNotEqualTo(round(2)).containsExactlyInAnyOrderElementsOf(round(2));
    }

    private static List<String> round(int round) {
        return plan(1).cells().stream()
                .filter(cell -> cell.round() == round)
                .map(cell -> cell.subject() + cell.readPercent())
                .toList();
    }

    private static Plan plan(long seed) {
        return Plan.of(STRATEGIES, MIXES, 3, seed);
    }
}
