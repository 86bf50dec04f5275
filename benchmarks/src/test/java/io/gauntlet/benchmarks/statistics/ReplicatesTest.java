package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicatesTest {

    @Test
    void mean_ofUnequalForks_weighsForksAlike() {
        // (1 + (3 + 5) / 2) / 2, where the mean of all three values would be 3
        assertThat(new Replicates(List.of(List.of(1.0), List.of(3.0, 5.0))).mean())
                .isEqualTo(2.5);
    }

    @Test
    void replicates_withoutFork_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replicates(List.of()))
                .withMessageContaining("[]");
    }

    @Test
    void replicates_withANumberThatIsNone_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replicates(List.of(List.of(Double.NaN))))
                .withMessageContaining("NaN");
    }
}
