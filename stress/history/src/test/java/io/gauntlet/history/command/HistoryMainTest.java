package io.gauntlet.history.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import io.gauntlet.history.file.HistoryFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryMainTest {

    private static final Session CREATED = Session.created("a", "name a", 1, Instant.EPOCH, 1);
    private static final Operation READ = new Operation.ActiveSessionId();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int word = 0; word < words.length; word++) {
            words[word] = arguments[word].toString();
        }
        return HistoryMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    /** A session is created while another caller reads; then a third reads again. */
    private static History history(String firstRead, String secondRead) {
        return new History(
                StartState.EMPTY,
                new Limits(4, 4, 40),
                List.of(
                        new Call(
                                0,
                                new Operation.CreateSession("a", "name a"),
                                new Outcome.Answered(CREATED),
                                1_000,
                                5_000),
                        new Call(1, READ, new Outcome.Answered(firstRead), 2_000, 3_000),
                        new Call(2, READ, new Outcome.Answered(secondRead), 4_000, 4_500)));
    }

    private Path file(String name, History... windows) throws IOException {
        Path file = folder.resolve(name);
        HistoryFiles.write(file, List.of(windows));
        return file;
    }

    @Test
    void judge_linearizableWindows_exits0() throws IOException {
        Path file = file("good", history(null, "a"), history("a", "a"));
        assertThat(execute("judge", file)).isZero();
        assertThat(out.toString())
                .contains(file + ": 2 windows", file + " window 1: LINEARIZABLE: an order explains all 3 calls");
    }

    @Test
    void judge_readThatGoesBack_exits1AndShowsTheCallsThatContradictEachOther() throws IOException {
        Path file = file("bad", history(null, "a"), history("a", null));
        assertThat(execute("judge", file)).isEqualTo(1);
        assertThat(out.toString())
                .contains("window 0: LINEARIZABLE", "window 1: NOT LINEARIZABLE")
                .contains("caller 1: ActiveSessionId[] -> a", "caller 2: ActiveSessionId[] -> null");
    }

    @Test
    void judge_damagedFile_exits2WithoutAVerdictAndStillJudgesTheOthers() throws IOException {
        Path bad = file("bad", history("a", null));
        Path damaged = file("damaged", history("a", "a"));
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        assertThat(execute("judge", damaged, bad)).isEqualTo(2);
        assertThat(err.toString()).contains("history file " + damaged + " cannot be read: at byte ", "checksum");
        assertThat(out.toString()).doesNotContain(damaged.toString()).contains(bad + " window 0: NOT LINEARIZABLE");
    }

    @Test
    void judge_missingFile_exits2() {
        assertThat(execute("judge", folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file " + folder.resolve("nowhere"));
    }

    @ParameterizedTest
    @CsvSource({"0,from 1 to 86400", "86401,from 1 to 86400", "soon,--seconds"})
    void judge_secondsThatAreNotAllowed_exits2(String seconds, String allowed) throws IOException {
        assertThat(execute("judge", "--seconds", seconds, file("good"))).isEqualTo(2);
        assertThat(err.toString()).contains(allowed);
    }

    @Test
    void judge_withoutAFile_exits2() {
        assertThat(execute("judge")).isEqualTo(2);
        assertThat(err.toString()).contains("FILE");
    }

    @Test
    void print_anyHistory_showsEveryCallWithItsBar() throws IOException {
        assertThat(execute("print", file("good", history(null, "a")))).isZero();
        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        folder.resolve("good")
                                + " window 0: from [], active null, waiting [], 0 dropped, last serial 0, last version 0",
                        "    0.000 us     4.000 us  |----|  caller 0: CreateSession[id=a, name=name a] ->"
                                + " 'a' 'name a' serial 1 version 1 ACTIVE",
                        "    1.000 us     2.000 us   ||     caller 1: ActiveSessionId[] -> null",
                        "    3.000 us     3.500 us     ||   caller 2: ActiveSessionId[] -> a");
    }

    @Test
    void text_callThatNeverReturnedWithAnOddId_staysOneLine() {
        History pending =
                history(null, "a").withCalls(List.of(Call.pending(0, new Operation.GetSession("a\n\ud800"), 5)));
        assertThat(HistoryText.of(pending).lines().skip(1))
                .containsExactly(
                        "    0.000 us            -  >  caller 0: GetSession[id=a\\u000a\\ud800] -> never returned");
    }
}
