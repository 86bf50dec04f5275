package io.gauntlet.stress.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildProcessesTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final List<String> ENDLESS = List.of("sh", "-c", "sleep 600; echo late");

    @TempDir
    private Path folder;

    private ChildEnd run(ChildProcesses children, List<String> command, Duration limit)
            throws IOException, InterruptedException {
        return children.run(command, folder.resolve("log"), limit);
    }

    @Test
    void run_commandThatEnds_hasItsStatusAndItsOutput() throws Exception {
        try (ChildProcesses children = new ChildProcesses(folder)) {
            assertThat(run(children, List.of("sh", "-c", "echo out; echo err >&2; exit 3"), LONG))
                    .isEqualTo(new ChildEnd.Exited(3));
        }
        assertThat(folder.resolve("log")).hasContent("out\nerr\n");
    }

    @Test
    void run_commandThatDoesNotEnd_isEndedAtItsLimit() throws Exception {
        Duration limit = Duration.ofMillis(50);
        try (ChildProcesses children = new ChildProcesses(folder)) {
            assertThat(run(children, ENDLESS, limit)).isEqualTo(new ChildEnd.TimedOut(limit));
        }
    }

    @Test
    void run_afterClose_startsNothing() throws Exception {
        ChildProcesses children = new ChildProcesses(folder);
        children.close();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> run(children, ENDLESS, LONG));
        assertThat(folder.resolve("log")).doesNotExist();
    }
}
