package io.gauntlet.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    private static final Population POPULATION = new Population(10);

    @Test
    void dedicatedWriters_neverRead_andTheOthersKeepTheirShare() {
        Parts parts = parts(8, 128, 100);

        assertThat(IntStream.range(0, 8)).allMatch(parts::isDedicatedWriter).allSatisfy(index -> {
            assertThat(readsOf(parts.tape(index))).isZero();
            assertThat(parts.offset(index)).isEqualTo(parts.tape(index).offset(index, 8));
        });
        assertThat(IntStream.range(8, 128)).noneMatch(parts::isDedicatedWriter).allSatisfy(index -> {
            assertThat(readsOf(parts.tape(index))).isEqualTo(parts.tape(index).length());
            assertThat(parts.offset(index)).isEqualTo(parts.tape(index).offset(index - 8, 120));
        });
    }

    @Test
    void callersAlike_shareOneTapeFromEvenlySpreadPlaces() {
        Parts parts = parts(0, 4, 90);

        assertThat(IntStream.range(0, 4).mapToObj(parts::tape).distinct()).hasSize(1);
        assertThat(IntStream.range(0, 4).map(parts::offset)).containsExactly(0, 16_384, 32_768, 49_152);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 128, 2, 2, 0", //
        "8, 128, 2, 2, 1",
        "120, 128, 2, 2, 1",
        "128, 128, 2, 2, 2",
        "32, 128, 8, 8, 2",
        "0, 1, 2, 1, 0",
        "1, 1, 2, 1, 1"
    })
    void few_areOfEachKind(int writers, int callers, int most, int few, int fewWriters) {
        Parts parts = parts(writers, callers, 100);

        int[] chosen = IntStream.range(0, callers)
                .filter(index -> parts.isAmongFew(index, most))
                .toArray();

        assertThat(chosen).hasSize(few);
        assertThat(IntStream.of(chosen).filter(parts::isDedicatedWriter)).hasSize(fewWriters);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5})
    void dedicatedWriters_outOfRange_areRefused(int writers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parts(writers, 4, 100))
                .withMessageContaining("dedicatedWriters '" + writers + "'")
                .withMessageContaining("0 to 4");
    }

    private static Parts parts(int writers, int callers, int readPercent) {
        return new Parts(7, readPercent, writers, callers, POPULATION);
    }

    private static long readsOf(Tape tape) {
        return IntStream.range(0, tape.length()).filter(tape::isRead).count();
    }
}
