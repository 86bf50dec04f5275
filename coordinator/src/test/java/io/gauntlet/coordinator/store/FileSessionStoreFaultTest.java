package io.gauntlet.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.store.FaultyDisk.Fault;
import io.gauntlet.coordinator.store.FaultyDisk.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a save leaves when the disk fails, or the thread is interrupted, at each step. */
class FileSessionStoreFaultTest {

    private static final Session OLD = SavedSessions.of("a", 1);
    private static final Session NEW = SavedSessions.of("a", 2);

    private final FaultyDisk disk = new FaultyDisk();
    private Path folder;
    private FileSessionStore store;

    @BeforeEach
    void saveTheOldVersion(@TempDir Path temporary) throws IOException {
        folder = temporary.toRealPath();
        store = FileSessionStore.open(folder, disk);
        store.save(OLD);
    }

    @AfterEach
    void close() throws IOException {
        Thread.interrupted();
        store.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYNC_FOLDER")
    void save_whenTheDiskFails_leavesTheOldVersionAlone(Step step) throws IOException {
        Fault failure = failureAt(step);
        if (step == Step.CLOSE) {
            disk.after(failure);
        } else {
            disk.before(failure);
        }
        assertThatThrownBy(() -> store.save(NEW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(fileOfA().toString())
                .hasMessageContaining("no more room at " + step);
        assertThat(store.load("a")).contains(OLD);
        assertThatOnlyTheFileOfARemains();

        disk.heal();
        store.save(NEW);
        assertThat(store.load("a")).contains(NEW);
    }

    @Test
    void save_whenTheFolderCannotBeSynced_saysThatTheNewVersionIsInPlace() throws IOException {
        disk.before(failureAt(Step.SYNC_FOLDER));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> store.save(NEW))
                    .hasMessageContaining(fileOfA().toString())
                    .hasMessageContaining("the file in place is the new one, but may not survive a power cut");
            assertThat(store.load("a")).contains(NEW);
            assertThatOnlyTheFileOfARemains();
        }
        assertThatThrownBy(() -> store.save(OLD)).hasMessageContaining("may not survive a power cut");
        assertThat(store.load("a")).contains(NEW);

        disk.heal();
        store.save(OLD);
        assertThat(store.load("a")).contains(NEW);
    }

    @Test
    void open_whenTheFolderCannotBeSynced_failsAndLeavesItFree() throws IOException {
        Path fresh = folder.resolve("fresh");
        disk.before(failureAt(Step.SYNC_FOLDER));
        assertThatThrownBy(() -> FileSessionStore.open(fresh, disk)).hasMessageContaining(fresh.toString());
        disk.heal();
        FileSessionStore.open(fresh, disk).close();
    }

    @Test
    void save_byAThreadInterruptedBefore_succeedsAndLeavesItInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        store.save(NEW);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(store.load("a")).contains(NEW);
        assertThat(Thread.interrupted()).isTrue();
        assertThatOnlyTheFileOfARemains();
    }

    @ParameterizedTest
    @EnumSource
    void save_byAThreadInterruptedMeanwhile_succeedsAndLeavesItInterrupted(Step step) throws IOException {
        List<Step> struck = new ArrayList<>();
        Fault interrupt = interruptAt(EnumSet.of(step), struck, 3);
        disk.before(interrupt);
        disk.after(interrupt);
        store.save(NEW);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(struck).isNotEmpty();

        disk.heal();
        assertThat(store.load("a")).contains(NEW);
        assertThatOnlyTheFileOfARemains();
        store.save(SavedSessions.of("a", 3));
        assertThat(store.load("a")).contains(SavedSessions.of("a", 3));
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "SYNC", "SYNC_FOLDER"})
    void save_byAThreadInterruptedWithoutEnd_givesUpInTheEnd(Step step) throws IOException {
        List<Step> struck = new ArrayList<>();
        disk.before(interruptAt(EnumSet.of(step), struck, Integer.MAX_VALUE));
        assertThatThrownBy(() -> store.save(NEW)).hasMessageContaining("interrupted in each of 1000 attempts");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(struck).hasSize(1_000);

        disk.heal();
        assertThat(store.load("a")).contains(step == Step.SYNC_FOLDER ? NEW : OLD);
        assertThatOnlyTheFileOfARemains();
    }

    @Test
    void load_byAThreadInterruptedBefore_succeedsAndLeavesItInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        assertThat(store.load("a")).contains(OLD);
        assertThat(store.loadAll()).containsExactly(OLD);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    private static Fault failureAt(Step failing) {
        return step -> {
            if (step == failing) {
                throw new IOException("no more room at " + step);
            }
        };
    }

    private static Fault interruptAt(Set<Step> steps, List<Step> struck, int atMost) {
        return step -> {
            if (steps.contains(step) && struck.size() < atMost) {
                struck.add(step);
                Thread.currentThread().interrupt();
            }
        };
    }

    private Path fileOfA() {
        return folder.resolve(FileNames.session("a"));
    }

    private void assertThatOnlyTheFileOfARemains() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(fileOfA(), folder.resolve(FileNames.LOCK));
        }
    }
}
