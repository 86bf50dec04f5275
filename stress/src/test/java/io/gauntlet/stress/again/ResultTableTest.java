package io.gauntlet.stress.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.stress.again.TestOutcome.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static final TestOutcome PASSED = new TestOutcome("io.A.b", Status.PASSED, "");
    private static final TestOutcome RED = new TestOutcome("io.A.b", Status.RED, "1 | 2");
    private static final TestOutcome OTHER = new TestOutcome("io.A.c", Status.PASSED, "");
    private static final TestOutcome SKIPPED = new TestOutcome("io.A.d", Status.SKIPPED, "no browser");

    private static final RepetitionResult CALM_1 = ended(Condition.CALM, 1, 10, PASSED, OTHER, SKIPPED);
    private static final RepetitionResult LOADED_1 = ended(Condition.LOADED, 1, 30, RED, OTHER, SKIPPED);
    private static final RepetitionResult CALM_2 = ended(Condition.CALM, 2, 12, PASSED, OTHER, SKIPPED);
    private static final RepetitionResult LOADED_2 = new RepetitionResult(
            new Repetition(Condition.LOADED, Kind.UNITS, 2, 43),
            List.of(OTHER),
            Optional.of("the JVM died"),
            Duration.ofSeconds(5));

    private static RepetitionResult ended(Condition condition, int number, int seconds, TestOutcome... outcomes) {
        return new RepetitionResult(
                new Repetition(condition, Kind.UNITS, number, 41 + number),
                List.of(outcomes),
                Optional.empty(),
                Duration.ofSeconds(seconds));
    }

    private static String table(int planned, Map<Condition, String> notRun, RepetitionResult... results) {
        return new ResultTable("about", planned, notRun, new RedCounts(List.of(results))).markdown();
    }

    @Test
    void markdown_redTests_areCountedAmongTheRepetitionsInWhichTheyRan() {
        assertThat(table(4, Map.of(), CALM_1, LOADED_1, CALM_2, LOADED_2))
                .startsWith("# Red in 2 of 4 repetitions\n\nabout\n")
                .contains(
                        "| calm | units | 2 | 0 | 2 | 10 to 12 | 77.6 % |\n"
                                + "| loaded | units | 2 | 2 | 1 to 2 | 5 to 30 | 95.0 % |\n",
                        "| red | calm | loaded | seeds | first message |\n|---|---|---|---|---|\n"
                                + "| `io.A.b` | 0 of 2 | 1 of 1 | 42 | loaded/units/1: 1 \\| 2 |\n"
                                + "| the build (units) | 0 of 2 | 1 of 2 | 43 | loaded/units/2: the JVM died |\n",
                        "| skipped | times | why |\n|---|---|---|\n| `io.A.d` | 3 | no browser |\n")
                .doesNotContain("Not complete", "NOT RUN");
    }

    @Test
    void markdown_noneRed_hasNoTableOfRed() {
        assertThat(table(2, Map.of(), CALM_1, CALM_2))
                .startsWith("# Red in 0 of 2 repetitions")
                .doesNotContain("| red | calm |");
    }

    @Test
    void markdown_interruptedRun_saysWhatIsMissing() {
        assertThat(table(40, Map.of(), CALM_1)).contains("**Not complete**: 39 of 40 repetitions are missing.");
    }

    @Test
    void markdown_conditionThatTheMachineLacks_isNotRun() {
        assertThat(table(1, Map.of(Condition.ONE_CORE, "no taskset"), CALM_1))
                .contains("**NOT RUN** under one-core: no taskset");
    }

    @Test
    void chanceBound_twentyGreenRepetitions_leaveFourteenPercent() {
        assertThat(ResultTable.chanceBound(20)).isCloseTo(0.139, within(0.001));
    }

    @Test
    void exitStatus_red_isOneEvenIfAConditionDidNotRun() {
        RedCounts counts = new RedCounts(List.of(CALM_1, LOADED_1));

        assertThat(AgainRun.exitStatus(counts, Map.of(Condition.ONE_CORE, "no taskset")))
                .isEqualTo(AgainRun.SOME_RED);
    }

    @Test
    void exitStatus_greenButAConditionDidNotRun_isNotZero() {
        RedCounts counts = new RedCounts(List.of(CALM_1));

        assertThat(AgainRun.exitStatus(counts, Map.of())).isEqualTo(AgainRun.NONE_RED);
        assertThat(AgainRun.exitStatus(counts, Map.of(Condition.ONE_CORE, "no taskset")))
                .isEqualTo(AgainRun.COULD_NOT_RUN);
    }

    @Test
    void exitStatus_nothingRan_isNotZero() {
        assertThat(AgainRun.exitStatus(new RedCounts(List.of()), Map.of())).isEqualTo(AgainRun.COULD_NOT_RUN);
    }

    @Test
    void progress_afterTwo_expectsTheRestToTakeAsLongAsWhatWasAlike() {
        List<Repetition> plan =
                List.of(CALM_1.repetition(), LOADED_1.repetition(), CALM_2.repetition(), LOADED_2.repetition());

        Progress progress = new Progress(plan, new RedCounts(List.of(CALM_1, LOADED_1)));

        assertThat(progress.left()).isEqualTo(Duration.ofSeconds(40));
        assertThat(progress.line())
                .isEqualTo("[2/4] loaded, units, 1 of 2, seed 42: 30 s, 3 tests, RED: io.A.b; 40 s left");
    }
}
