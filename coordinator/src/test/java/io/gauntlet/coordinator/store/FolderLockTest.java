package io.gauntlet.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    private static final int BOUND_SECONDS = 60;

    @TempDir
    private Path folder;

    /** A POSIX lock is lost when any channel of its file is closed in the process: that of a refused attempt, say. */
    @Test
    void open_inAnotherProcess_isRefusedEvenAfterARefusalInThisOne() throws Exception {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            assertThatIOException()
                    .isThrownBy(() -> FileSessionStore.open(folder))
                    .withMessageContaining("in use by this process");
            assertThat(messageOfAnotherProcess())
                    .contains(folder.toRealPath().toString())
                    .contains("in use by another process")
                    .contains("close the other store, or open another folder");
            store.save(SavedSessions.of("a", 1));
        }
    }

    @Test
    void open_whenTheOtherProcessIsKilled_isRefusedBeforeAndSucceedsAfter() throws Exception {
        Process other = SavingProcess.command(SavingProcess.Kind.FILE_SESSION_STORE, folder, 1)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().readNBytes(SavingProcess.Acknowledgement.BYTES))
                    .as("the first acknowledgement")
                    .hasSize(SavingProcess.Acknowledgement.BYTES);
            assertThatIOException()
                    .isThrownBy(() -> FileSessionStore.open(folder))
                    .withMessageContaining("in use by another process");
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(BOUND_SECONDS, TimeUnit.SECONDS))
                .as("the killed process ended")
                .isTrue();
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            assertThat(store.load(SavingProcess.IDS.get(0))).isPresent();
        }
    }

    private String messageOfAnotherProcess() throws IOException, InterruptedException {
        Path errors = Files.createTempFile(folder, "child", ".err");
        Process process = SavingProcess.command(SavingProcess.Kind.FILE_SESSION_STORE, folder, 1)
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.getInputStream().read())
                    .as("the first byte of an acknowledgement")
                    .isEqualTo(-1);
            assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS))
                    .as("the refused process ended")
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            return Files.readString(errors, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
