package io.gauntlet.benchmarks.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gauntlet.benchmarks.warmup.WarmUp.Who;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final long MOST_MILLIS = 10_000;

    @Test
    void few_playUntilTheCompilerIsQuiet_thenAllUntilItIsAgain() {
        Played played = play(burst -> burst <= 2 ? 300 : 0, MOST_MILLIS);

        // Two loud ones and two quiet ones; and three more.
        assertThat(played.who()).containsExactlyElementsOf(who(4, 3));
        assertThat(played.warmUp().whyNotIdle()).isEmpty();
        assertThat(TimeUnit.NANOSECONDS.toMillis(played.warmUp().lastedNanos())).isEqualTo(7 * 100 + 2 * 250);
    }

    @Test
    void whatIsCompiledOnlyWhenAllPlay_prolongsTheirPart() {
        Played played = play(burst -> burst == 1 || burst == 5 ? 250 : 0, MOST_MILLIS);

        // A loud one and two quiet ones of few; of all a quiet one, the loud one, three quiet ones.
        assertThat(played.who()).containsExactlyElementsOf(who(3, 5));
        assertThat(played.warmUp().whyNotIdle()).isEmpty();
    }

    @Test
    void quietBursts_countInARowOnly() {
        Played played = play(burst -> burst <= 9 && burst % 2 == 0 ? 50 : 1, MOST_MILLIS);

        assertThat(played.who()).containsExactlyElementsOf(who(10, 3));
    }

    @Test
    void littleCompiling_isQuiet_andOneMillisecondMoreIsNot() {
        assertThat(play(burst -> 5, MOST_MILLIS).who()).containsExactlyElementsOf(who(2, 3));
        assertThat(play(burst -> 6, MOST_MILLIS).warmUp().whyNotIdle())
                .contains("6 ms in the last burst, of few callers");
    }

    @Test
    void compilerThatIsAskedForMoreInEachBurst_isNotIdleInTheEnd() {
        Played played = play(burst -> burst <= 2 ? 1 : 40, MOST_MILLIS);

        assertThat(played.who()).startsWith(Who.FEW, Who.FEW, Who.ALL).doesNotContain(Who.NOBODY);
        assertThat(played.warmUp().whyNotIdle())
                .isEqualTo("the compiler was not idle after 10.0 s of warm-up: it compiled for 40 ms in the last burst,"
                        + " of all callers");
    }

    @Test
    void compilationThatNeverEnds_isToldInTime() {
        Played played = play(burst -> burst == 1 ? 20 : -1, MOST_MILLIS);

        assertThat(played.who()).hasSize(2);
        assertThat(played.warmUp().whyNotIdle())
                .isEqualTo("the compiler was not idle after 10.0 s of warm-up: something was still being compiled, or"
                        + " waited to be");
    }

    @Test
    void warmUpWithoutTime_isOneBurst() {
        Played played = play(burst -> 1, /* mostMillis= */ 0);

        assertThat(played.who()).containsExactly(Who.FEW);
        assertThat(played.warmUp().whyNotIdle()).contains("1 ms in the last burst");
    }

    @Test
    void jvmThatNeverCompiles_isNotMeasured() {
        assertThatIllegalStateException()
                .isThrownBy(() -> play(burst -> 0, MOST_MILLIS))
                .withMessageContaining("compiled nothing in 0.5 s of warm-up");
    }

    @Test
    void limitsThatAreNone_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WarmUpLimits(1, 0, 1, 1, 1))
                .withMessageContaining("0 and 1 of them quiet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WarmUpLimits.within(-1))
                .withMessageContaining("-1000000 ns");
    }

    private record Played(WarmUp warmUp, List<Who> who) {}

    private static Played play(IntUnaryOperator askedMillis, long mostMillis) {
        Scripted scripted = new Scripted(askedMillis);
        WarmUp warmUp = new WarmUp(Scripted.limits(mostMillis), scripted, scripted);
        List<Who> who = new ArrayList<>();
        while (warmUp.next() != Who.NOBODY) {
            who.add(warmUp.next());
            warmUp.burst();
            warmUp.rest();
        }
        scripted.pass(TimeUnit.MINUTES.toNanos(1));
        assertThat(scripted.bursts()).isEqualTo(who.size());
        return new Played(warmUp, who);
    }

    private static List<Who> who(int few, int all) {
        List<Who> who = new ArrayList<>(Collections.nCopies(few, Who.FEW));
        who.addAll(Collections.nCopies(all, Who.ALL));
        return who;
    }
}
