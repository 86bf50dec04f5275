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

    private static final List<Counts> ITERATIONS =
            List.of(new Counts(50, 40, 30, 20, 1_000_000_000), new Counts(60, 0, 0, 0, 1));

    private static final WarmedUp WARMED_UP = new WarmedUp(4_321, 12, true, "the compiler was not idle");

    private static final JudgedHistory HISTORY = new JudgedHistory(
            JudgedHistory.Verdict.UNDECIDED, "window 2 of 3 is undecided, steps: more than 1", 3, 48, 11, 0.125, 99);

    private static final CallerLedger.Entries ENTRIES =
            new CallerLedger.Entries(CALLERS, ITERATIONS, WARMED_UP, HISTORY);

    private Path file;

    @BeforeEach
    void placeFile(@TempDir Path folder) {
        file = folder.resolve("callers");
    }

    @Test
    void ledger_writtenAndRead_isTheSame() {
        CallerLedger.write(file, ENTRIES);

        assertThat(CallerLedger.read(file)).isEqualTo(ENTRIES);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void ledger_withoutAHistory_saysSo() {
        CallerLedger.write(
                file, new CallerLedger.Entries(CALLERS, ITERATIONS, new WarmedUp(1, 0, true, ""), JudgedHistory.NONE));

        assertThat(CallerLedger.read(file).history()).isEqualTo(JudgedHistory.NONE);
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
            callers 2        | callers 3| 'iterations 2' has 2 words and not 5
            callers 2        | call 2   | does not say how many callers
            iterations 2     | iterations 1 | says nothing of a warm-up
            50 40            | 50 4     | effective of
            warmed-up 4321   | warmed     | says nothing of a warm-up
            7 0              | 7        | 4 words and not 5
            7                | -7       | '-7' is less than 0
            7                | many     | many
            history          | hist     | says nothing of a history
            UNDECIDED        | NOT_JUDGED | cannot be NOT_JUDGED
            UNDECIDED        | LINEARIZABLE | every other than LINEARIZABLE needs one
            48               | 2        | of which 11 overlapped
            """)
    void ledger_thatIsDamaged_isNamedWithWhatIsWrong(String sound, String damaged, String message) throws IOException {
        CallerLedger.write(file, ENTRIES);
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
        CallerLedger.write(file, ENTRIES);
        String text = Files.readString(file).stripTrailing();
        for (int length = 0; length < text.length(); length++) {
            Files.writeString(file, text.substring(0, length));

            assertThatExceptionOfType(MeasurementException.class)
                    .as("the first %d characters", length)
                    .isThrownBy(() -> CallerLedger.read(file));
        }
    }
}
