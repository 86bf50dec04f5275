package io.gauntlet.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

    @Test
    void yardsticksSecondName_isMadeAsTheYardstick_andIsNoStrategy() {
        assertThat(Subject.madeAs(Subject.YARDSTICK_AGAIN)).isEqualTo("MUTEX");
        assertThat(Subject.strategies()).doesNotContain(Subject.YARDSTICK_AGAIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.named(Subject.YARDSTICK_AGAIN))
                .withMessageContaining("MUTEX_AGAIN");
    }

    @Test
    void anyOtherName_isMadeAsItself() {
        assertThat(Subject.strategies())
                .allSatisfy(name -> assertThat(Subject.madeAs(name)).isEqualTo(name));
        assertThat(Subject.madeAs(Subject.REFERENCE)).isEqualTo(Subject.REFERENCE);
    }

    @ParameterizedTest
    @CsvSource({"99, 0", "100, 1"})
    void reference_withAnyWriter_isRefused(int readPercent, int dedicatedWriters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.named(Subject.REFERENCE).requireSharableAt(readPercent, dedicatedWriters))
                .withMessageContaining("readPercent=100 and dedicatedWriters=0");
        assertThatCode(() -> Subject.named("MUTEX").requireSharableAt(readPercent, dedicatedWriters))
                .doesNotThrowAnyException();
    }

    @Test
    void reference_thatIsOnlyRead_isNotRefused() {
        assertThatCode(() -> Subject.named(Subject.REFERENCE).requireSharableAt(100, 0))
                .doesNotThrowAnyException();
    }
}
