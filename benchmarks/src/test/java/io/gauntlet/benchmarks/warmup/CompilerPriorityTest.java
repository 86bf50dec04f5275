package io.gauntlet.benchmarks.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerPriorityTest {

    @TempDir
    private Path tasks;

    @Test
    void compilerThread_withANegativeNiceValue_goesFirst() throws IOException {
        thread(1, "java", 0);
        thread(2, "C2 CompilerThre", -15);

        assertThat(CompilerPriority.isInForce(tasks)).isTrue();
    }

    @Test
    void compilerThreads_asNiceAsOthers_doNot() throws IOException {
        thread(1, "VM Thread", -4);
        thread(2, "C2 CompilerThre", 0);
        thread(3, "odd (name) C1", -15);

        assertThat(CompilerPriority.isInForce(tasks)).isFalse();
    }

    @Test
    void threads_thatCannotBeRead_doNot() {
        assertThat(CompilerPriority.isInForce(tasks.resolve("elsewhere"))).isFalse();
    }

    private void thread(int id, String name, int nice) throws IOException {
        Path folder = Files.createDirectory(tasks.resolve(String.valueOf(id)));
        Files.writeString(
                folder.resolve("stat"),
                id + " (" + name + ") S 1 2 3 0 -1 4 5 6 7 8 9 10 11 12 20 " + nice + " 16 0 99\n");
    }
}
