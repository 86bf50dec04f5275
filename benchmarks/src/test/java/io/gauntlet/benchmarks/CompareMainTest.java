package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CompareMainTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --budget     | endless      | smoke, quick
            --callers    | many         | from 1 to 1024
            --callers    | 0            | from 1 to 1024
            --callers    | 1025         | from 1 to 1024
            --strategies | SPIN_LOCK    | LOCK_FREE
            --mixes      | 101          | from 0 to 100
            --mixes      | 90,,50       | from 0 to 100
            --mixes      | 90,90        | once
            --seed       | 1.5          | whole numbers
            --fast       | yes          | --fast
            """)
    void option_withAValueThatIsNotAllowed_isNamedAndExits2(String option, String value, String allowed) {
        StringWriter error = new StringWriter();

        int exit = new CommandLine(new CompareMain())
                .setErr(new PrintWriter(error, true))
                .execute("--out", folder.resolve("evidence").toString(), option, value);

        assertThat(exit).isEqualTo(2);
        assertThat(error.toString())
                .contains(option.equals("--fast") ? option : value.split(",")[0])
                .contains(allowed);
        assertThat(folder.resolve("evidence")).doesNotExist();
    }

    @Test
    void out_thatIsAFile_isRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("taken"));

        assertThat(CompareMain.execute("--out", file.toString())).isEqualTo(2);
    }
}
