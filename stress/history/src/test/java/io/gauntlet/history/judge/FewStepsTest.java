package io.gauntlet.history.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How far the search guesses right where all calls of 128 callers overlap. Trying changes in the order of their versions, and
 * the others as late as possible, took more steps than these on most of the seeds.
 */
class FewStepsTest {

    private static final int CALLERS = 128;
    private static final int MOST_STEPS_PER_CALL = 10;

    @ParameterizedTest
    @CsvSource({"1024, 1", "1024, 2", "1024, 3", "1024, 20", "1024, 21", "1024, 23", "1024, 25", "20000, 4", "20000, 5"
    })
    void search_callsServedFirstComeFirstServed_takesFewSteps(int calls, long seed) {
        RandomOperations source = new RandomOperations(seed, 6);
        History history = FairRun.of(source::next, new Limits(4, 4, 64), CALLERS, calls, seed);
        JudgeLimits limits = JudgeLimits.defaults().withMaxSteps((long) MOST_STEPS_PER_CALL * calls);
        assertThat(new Judge(limits).judge(history)).isInstanceOf(Verdict.Linearizable.class);
    }
}
