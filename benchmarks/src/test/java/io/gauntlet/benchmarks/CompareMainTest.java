package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CompareMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --budget     | endless      | smoke, quick, standard, full
            --callers    | many         | from 1 to 1024
            --callers    | 0            | from 1 to 1024
            --callers    | 1025         | from 1 to 1024
            --callers    | 8,8          | once
            --strategies | SPIN_LOCK    | LOCK_FREE
            --reads      | 101          | from 0 to 100
            --reads      | 90,,50       | from 0 to 100
            --reads      | -1           | from 0 to 100
            --sessions   | 0            | from 1 to 65536
            --sessions   | 65537        | from 1 to 65536
            --writers    | -1           | from 0 to 1024
            --writers    | 129          | from 0 to 128
            --threads    | green        | platform, virtual
            --threads    | virtual      | JDK 21 or later
            --only       | speed        | throughput, costs, latency
            --rounds     | 0            | from 1 to 1000
            --seed       | 1.5          | whole numbers
            --fast       | yes          | --fast
            """)
    void option_withAValueThatIsNotAllowed_isNamedExits2AndWritesNothing(String option, String value, String allowed) {
        assertThat(execute(17, option, value)).isEqualTo(2);

        assertThat(error.toString())
                .contains(option.equals("--fast") ? option : value.split(",")[0])
                .contains(allowed);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writers_ofFewerCallers_areRefused() {
        assertThat(execute(17, "--callers", "4,16", "--writers", "8")).isEqualTo(2);

        assertThat(error.toString()).contains("--writers '8' of 4 callers").contains("from 0 to 4");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void resumingAndDiscarding_contradictEachOther() {
        assertThat(execute(17, "--resume", "--discard")).isEqualTo(2);

        assertThat(error.toString()).contains("--resume and --discard contradict each other");
    }

    @Test
    void resuming_withoutRun_isRefused() {
        assertThat(execute(17, "--resume")).isEqualTo(2);

        assertThat(error.toString()).contains(folder.resolve("results").toString());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void askingForNothing_isRefused() {
        assertThat(execute(17, "--only", "latency", "--writers", "8")).isEqualTo(2);

        assertThat(error.toString()).contains("measures nothing");
    }

    @ParameterizedTest
    @CsvSource({"--out", "--results"})
    void folder_thatIsAFile_isRefused(String option) throws Exception {
        Path file = Files.createFile(folder.resolve("taken"));

        assertThat(CompareMain.execute(option, file.toString())).isEqualTo(2);
    }

    @Test
    void dryRun_printsThePlanWithItsTimeAndWritesNothing() {
        assertThat(execute(17, "--budget", "standard", "--dry-run")).isZero();

        assertThat(out.toString())
                .contains("Budget standard")
                .contains("128 platform callers, 8 of them only write, the others 100 % reads, 10 sessions, 5 rounds")
                .containsPattern("in all +[0-9]+ JVMs, one after the other: about ([0-9]+ h )?[0-9]+ min")
                .doesNotContain("virtual");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void dryRun_onAJdkWithVirtualThreads_hasCallersOnThem() {
        assertThat(execute(21, "--budget", "standard", "--dry-run")).isZero();

        assertThat(out.toString()).contains("128 virtual callers, 90 % reads");
    }

    @Test
    void dryRun_withAxes_hasTheirCombinations() {
        assertThat(execute(
                        21,
                        "--dry-run",
                        "--callers",
                        "1,8",
                        "--reads",
                        "99",
                        "--threads",
                        "virtual",
                        "--rounds",
                        "2",
                        "--only",
                        "throughput",
                        "--strategies",
                        "MUTEX"))
                .isZero();

        assertThat(out.toString())
                .contains("1 virtual caller, 99 % reads, 10 sessions, 2 rounds")
                .contains("8 virtual callers, 99 % reads, 10 sessions, 2 rounds")
                .contains("in all          8 JVMs");
    }

    private int execute(int jdk, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--out",
                folder.resolve("evidence").toString(),
                "--results",
                folder.resolve("results").toString()));
        all.addAll(List.of(arguments));
        return new CommandLine(new CompareMain(jdk))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(error, true))
                .execute(all.toArray(String[]::new));
    }
}
