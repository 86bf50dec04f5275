package io.gauntlet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitTest {

    @TempDir
    Path folder;

    @Test
    void git_missing_isUnknown() {
        assertThat(GitCommit.of(folder, "no-such-git")).isEqualTo("unknown");
    }

    @Test
    void folder_outsideEveryRepository_isUnknown() {
        assertThat(GitCommit.of(folder, "git")).isEqualTo("unknown");
    }

    @Test
    void tree_cleanThenChangedThenWithNewFile_isToldApart() throws Exception {
        git("init", "-q");
        Files.writeString(folder.resolve(".gitignore"), "target/\n");
        Path tracked = Files.writeString(folder.resolve("tracked"), "1");
        git("add", "-A");
        git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "First");
        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("target/ignored"), "");

        assertThat(GitCommit.of(folder, "git")).matches("[0-9a-f]{40,64}");

        Files.writeString(tracked, "2");
        assertThat(GitCommit.of(folder, "git")).matches("[0-9a-f]{40,64}-dirty");

        Files.writeString(tracked, "1");
        Files.writeString(folder.resolve("New.java"), "");
        assertThat(GitCommit.of(folder, "git")).endsWith("-dirty");
    }

    private void git(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = null;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "SKIPPED: this machine has no git: " + e);
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
        assertThat(process.exitValue()).as("exit value of %s", command).isZero();
    }
}
