package io.gauntlet.benchmarks.fork;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import org.junit.jupiter.api.Test;

class ThroughputCellThreadsTest {

    @Test
    void virtualCallers_onAJdkWithout_areRefused() {
        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> ThroughputStopwatch.requireThreads(cell(CallerThreads.VIRTUAL), 17))
                .withMessageContaining("MUTEX")
                .withMessageContaining("JDK 17")
                .withMessageContaining("JDK 21 or later");
    }

    @Test
    void otherCallers_areNot() {
        assertThatCode(() -> {
                    ThroughputStopwatch.requireThreads(cell(CallerThreads.VIRTUAL), 21);
                    ThroughputStopwatch.requireThreads(cell(CallerThreads.PLATFORM), 17);
                })
                .doesNotThrowAnyException();
    }

    private static ThroughputCell cell(CallerThreads threads) {
        return new ThroughputCell("MUTEX", new Regime(4, threads, 0, 90, 10), 1);
    }
}
