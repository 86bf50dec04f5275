package io.gauntlet.benchmarks.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.fork.ThroughputFork.Iteration;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettledStopwatchTest {

    private static final ThroughputCell CELL =
            new ThroughputCell("MUTEX", new Regime(2, CallerThreads.PLATFORM, 0, 90, 10), 1);
    private static final WarmedUp IDLE = new WarmedUp(4_000, 2, true, "");

    private final Deque<ThroughputFork> jvms = new ArrayDeque<>();

    @Test
    void settledJvm_isNotRunAgain() {
        plan(IDLE, 100, 101, 100);
        plan(IDLE, 200, 200, 200);

        ThroughputFork fork = measure(/* mostJvms= */ 3);

        assertThat(fork.operations()).isCloseTo(100.3, within(0.1));
        assertThat(fork.settlement()).isEqualTo(new Settlement("", IDLE, List.of()));
        assertThat(jvms).hasSize(1);
    }

    @Test
    void unsettledJvm_isRunAgainAndKept() {
        plan(IDLE, 100, 200, 300);
        plan(IDLE, 200, 200, 200);

        ThroughputFork fork = measure(/* mostJvms= */ 3);

        assertThat(fork.operations()).isEqualTo(200);
        assertThat(fork.settlement().settled()).isTrue();
        assertThat(fork.settlement().earlier()).singleElement().satisfies(unsettled -> {
            assertThat(unsettled.whyNot()).isEqualTo("iterations rose by 100 % on the whole");
            assertThat(unsettled.iterations()).extracting(Iteration::operations).containsExactly(100.0, 200.0, 300.0);
        });
    }

    @Test
    void jvmsThatNeverSettle_endWithTheLast_whichCountsAsUnsettled() {
        plan(IDLE, 100, 200, 300);
        plan(IDLE, 300, 200, 100);
        plan(IDLE, 1, 10, 100);
        plan(IDLE, 100, 100, 100);

        ThroughputFork fork = measure(/* mostJvms= */ 3);

        assertThat(fork.operations()).isEqualTo(37);
        assertThat(fork.settlement().settled()).isFalse();
        assertThat(fork.settlement().earlier())
                .extracting(Settlement.Unsettled::whyNot)
                .containsExactly("iterations rose by 100 % on the whole", "iterations fell by 100 % on the whole");
        assertThat(jvms).hasSize(1);
    }

    @Test
    void jvmWhoseCompilerIsBusy_isUnsettledHoweverLevelItsIterations() {
        plan(new WarmedUp(30_000, 900, true, "the compiler was not idle"), 100, 100, 100);

        assertThat(measure(/* mostJvms= */ 1).settlement().whyNot()).isEqualTo("the compiler was not idle");
    }

    @Test
    void jvmThatFails_endsAllAttempts() {
        plan(IDLE, 100, 200, 300);

        assertThatExceptionOfType(MeasurementException.class).isThrownBy(() -> measure(/* mostJvms= */ 3));
    }

    @Test
    void noJvmAtAll_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure(/* mostJvms= */ 0))
                .withMessageContaining("'0'");
    }

    private ThroughputFork measure(int mostJvms) {
        return new SettledStopwatch(cell -> next(), mostJvms).measure(CELL);
    }

    private ThroughputFork next() {
        if (jvms.isEmpty()) {
            throw new MeasurementException("the JVM was killed");
        }
        return jvms.remove();
    }

    private void plan(WarmedUp warmedUp, double... rates) {
        List<Iteration> iterations = Arrays.stream(rates)
                .mapToObj(rate -> new Iteration(rate, 0, rate))
                .toList();
        jvms.add(new ThroughputFork(
                CELL, iterations, List.of(), JudgedHistory.NONE, Settlement.of(warmedUp, iterations)));
    }
}
