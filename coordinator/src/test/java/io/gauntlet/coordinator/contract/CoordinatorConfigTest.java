package io.gauntlet.coordinator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.gauntlet.coordinator.contract.CoordinatorException.InvalidArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatorConfigTest {

    private static final CoordinatorConfig DEFAULTS = CoordinatorConfig.defaults();

    @Test
    void defaults_areTheDocumentedOnes() {
        assertThat(DEFAULTS.maxActiveSessions()).isEqualTo(10);
        assertThat(DEFAULTS.maxPendingStateChanges()).isEqualTo(100);
        assertThat(DEFAULTS.maxOutputBytes()).isEqualTo(65_536);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE})
    void with_numberOutOfRange_namesItAndTheRange(int value) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> DEFAULTS.withMaxActiveSessions(value))
                .withMessage("maxActiveSessions '" + value + "' is not valid: it must be from 1 to 1000000");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> DEFAULTS.withMaxPendingStateChanges(value))
                .withMessageContaining("maxPendingStateChanges '" + value + "'");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> DEFAULTS.withMaxOutputBytes(value))
                .withMessageContaining("maxOutputBytes '" + value + "'");
    }

    @Test
    void with_null_namesIt() {
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.withClock(null))
                .withMessage("clock");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.withStore(null))
                .withMessage("store");
    }

    @Test
    void resourceStats_negative_namesIt() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> new ResourceStats(-1, 0))
                .withMessageContaining("memoryBytes '-1'");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> new ResourceStats(0, -7))
                .withMessageContaining("cpuMillis '-7'");
    }
}
