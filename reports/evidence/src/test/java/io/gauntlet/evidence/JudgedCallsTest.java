package io.gauntlet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gauntlet.evidence.RegimeResult.Comparison;
import io.gauntlet.evidence.RegimeResult.Settled;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedCallsTest {

    private static final JudgedCalls UNDECIDED =
            new JudgedCalls(3, 2, 1, 1, "steps: more than 1", 6, 600, 40, 1e6, 0.5);

    @ParameterizedTest
    @CsvSource({
        "3, 4, 4, 0, '', 4, 4, 0",
        "3, 3, 2, 0, 'x', 3, 3, 0",
        "3, 3, 3, 0, 'x', 3, 3, 0",
        "3, 3, 2, 1, '', 3, 3, 0",
        "3, 0, 0, 0, '', 0, 0, 0",
        "3, 3, 3, 0, '', 0, 0, 0",
        "3, 3, 3, 0, '', 3, 2, 0",
        "3, 3, 3, 0, '', 3, 3, 4",
        "3, 0, 0, 0, 'x', 1, 1, 0",
    })
    void counts_thatContradictEachOther_areRefused(
            int forks, int judged, int linearizable, int undecided, String why, long windows, long calls, long over) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new JudgedCalls(forks, judged, linearizable, undecided, why, windows, calls, over, null, null));
    }

    @Test
    void verdict_onEveryJvm_letsNumbersBeShown() {
        assertThat(Samples.judged(3).whyNoVerdict()).isEmpty();
    }

    @Test
    void verdict_missingOnOneJvm_isNamedWithTheReason() {
        assertThat(UNDECIDED.whyNoVerdict()).contains("no LINEARIZABLE verdict on 2 of 3 JVMs: steps: more than 1");
        assertThat(Samples.notJudged().whyNoVerdict())
                .contains("no LINEARIZABLE verdict on 1 of 1 JVM: no window was recorded");
    }

    @Test
    void comparison_ofWhatHasNoVerdict_isRefused() {
        Comparison comparison = new Comparison(new Interval(2, 1.5, 2.5), 0.01, Speed.FASTER);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> result("A", comparison, List.of(), UNDECIDED))
                .withMessageContaining("A is compared");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result("A", null, List.of("B"), UNDECIDED))
                .withMessageContaining("A is compared");
        ThroughputResult doubtful = result("B", null, List.of(), UNDECIDED);
        ThroughputResult faster = result("A", null, List.of("B"), Samples.judged(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegimeResult(
                        new Regime(128, CallerThreads.PLATFORM, 0, 90, 10), null, List.of(faster, doubtful)))
                .withMessageContaining("A is faster than B, which has no LINEARIZABLE verdict");
    }

    @Test
    void comparison_withAYardstickThatHasNoVerdict_isRefused() {
        Comparison comparison = new Comparison(new Interval(2, 1.5, 2.5), 0.01, Speed.FASTER);
        ThroughputResult compared = result("A", comparison, List.of(), Samples.judged(3));
        ThroughputResult yardstick = result(MeasurementEvidence.YARDSTICK, null, List.of(), UNDECIDED);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegimeResult(
                        new Regime(128, CallerThreads.PLATFORM, 0, 90, 10), null, List.of(compared, yardstick)))
                .withMessageContaining("A is compared with MUTEX, which has no verdict");
    }

    @Test
    void verdicts_onOtherJvmsThanWereMeasured_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result("A", null, List.of(), Samples.judged(2)))
                .withMessageContaining("measured in 3 JVMs and judged of 2");
    }

    private static ThroughputResult result(
            String subject, @Nullable Comparison comparison, List<String> fasterThan, JudgedCalls judged) {
        return new ThroughputResult(
                subject, 3, 5, 1e6, null, 1e6, 0, 1e6, Settled.ALL, comparison, fasterThan, List.of(), judged);
    }
}
