package io.gauntlet.benchmarks.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.evidence.RegimeResult.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerLedgerTest {

    private static final List<CallerTotal> CALLERS = List.of(
            new CallerTotal(Role.WRITER, 0, 7, 0, 1_234_567_890_123L),
            new CallerTotal(Role.READER, Long.MAX_VALUE, 0, 42, 0));

    private Path file;

    @BeforeEach
    void placeFile(@TempDir Path folder) {
        file = folder.resolve("callers");
    }

    @Test
    void ledger_writtenAndRead_isTheSame() {
        CallerLedger.write(file, CALLERS);

        assertThat(CallerLedger.read(file)).isEqualTo(CALLERS);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void ledger_thatIsMissing_isNamed() {
        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> CallerLedger.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("the fork left none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            end              |          | does not close with 'end'
            READER           | READERR  | READERR
            callers 2        | callers 3| 2 callers and begins 'callers 3'
            7 0              | 7        | 4 words and not 5
            7                | -7       | '-7' is less than 0
            7                | many     | many
            """)
    void ledger_thatIsDamaged_isNamedWithWhatIsWrong(String sound, String damaged, String message) throws IOException {
        CallerLedger.write(file, CALLERS);
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst(sound, damaged == null ? "" : damaged));

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> CallerLedger.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("damaged")
                .withMessageContaining(message);
    }

    @Test
    void ledger_cutAnywhere_isRefused() throws IOException {
        CallerLedger.write(file, CALLERS);
        String text = Files.readString(file).stripTrailing();
        for (int length = 0; length < text.length(); length++) {
            Files.writeString(file, text.substring(0, length));

            assertThatExceptionOfType(MeasurementException.class)
                    .as("the first %d characters", length)
                    .isThrownBy(() -> CallerLedger.read(file));
        }
    }
}
