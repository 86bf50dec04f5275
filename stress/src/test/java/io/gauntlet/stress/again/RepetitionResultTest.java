package io.gauntlet.stress.again;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.stress.again.TestOutcome.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionResultTest {

    private static final Repetition REPETITION = new Repetition(Condition.CALM, Kind.UNITS, 1, 42);
    private static final ChildEnd SUCCESS = new ChildEnd.Exited(0);
    private static final TestOutcome PASSED = new TestOutcome("io.A.passes", Status.PASSED, "");
    private static final TestOutcome RED = new TestOutcome("io.A.fails", Status.RED, "no");
    private static final TestOutcome SKIPPED = new TestOutcome("io.A.skipped", Status.SKIPPED, "no browser");

    private static RepetitionResult judged(ChildEnd end, List<TestOutcome> outcomes, String... log) {
        return RepetitionResult.judge(REPETITION, end, outcomes, List.of(), List.of(log), Duration.ofSeconds(1));
    }

    private static TestOutcome build(String message) {
        return new TestOutcome(RepetitionResult.THE_BUILD, Status.RED, message);
    }

    @Test
    void judge_allPassed_isGreen() {
        assertThat(judged(SUCCESS, List.of(PASSED, SKIPPED)).isRed()).isFalse();
    }

    @Test
    void judge_oneRed_isRedByThatTestAlone() {
        assertThat(judged(SUCCESS, List.of(PASSED, RED)).red()).containsExactly(RED);
    }

    @Test
    void judge_sameNameRedTwice_countsOnce() {
        assertThat(judged(SUCCESS, List.of(RED, RED)).red()).containsExactly(RED);
    }

    @Test
    void judge_noTest_isRed() {
        assertThat(judged(SUCCESS, List.of()).red()).containsExactly(build("no test ran"));
    }

    @Test
    void judge_nothingButSkippedTests_isRed() {
        assertThat(judged(SUCCESS, List.of(SKIPPED)).red()).containsExactly(build("no test ran"));
    }

    @Test
    void judge_mavenFailed_isRedThoughAllTestsPassed() {
        assertThat(judged(
                                new ChildEnd.Exited(1),
                                List.of(PASSED),
                                "[INFO] going",
                                "[ERROR] Failed to execute goal x:y on project z: why",
                                "[ERROR] Re-run Maven")
                        .red())
                .containsExactly(build("Maven ended with exit status 1: Failed to execute goal x:y on project z: why"));
    }

    @Test
    void judge_jvmDied_namesTheTestInIt() {
        assertThat(judged(
                                new ChildEnd.Exited(1),
                                List.of(PASSED),
                                "[ERROR] Failed to execute goal x:y on project z: ",
                                "[ERROR] Crashed tests:",
                                "[ERROR] io.A")
                        .red())
                .containsExactly(build("Maven ended with exit status 1: the JVM died in io.A"));
    }

    @Test
    void judge_emptyLog_saysSo() {
        assertThat(judged(new ChildEnd.Exited(127), List.of()).red())
                .containsExactly(build("Maven ended with exit status 127: its log is empty"));
    }

    @Test
    void judge_limitHit_isRedThoughAllTestsPassed() {
        assertThat(judged(new ChildEnd.TimedOut(Duration.ofMinutes(30)), List.of(PASSED), "[INFO] Running io.A")
                        .red())
                .containsExactly(build("ended after its limit of 30 min; the last of its log: [INFO] Running io.A"));
    }

    @Test
    void judge_unreadableReport_isRedThoughAllTestsPassed() {
        assertThat(RepetitionResult.judge(
                                REPETITION, SUCCESS, List.of(PASSED), List.of("TEST-a.xml"), List.of(), Duration.ZERO)
                        .red())
                .containsExactly(build("unreadable reports: TEST-a.xml"));
    }
}
