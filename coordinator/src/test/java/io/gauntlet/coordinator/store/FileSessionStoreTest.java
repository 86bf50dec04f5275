package io.gauntlet.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.contract.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSessionStoreTest {

    private static final List<String> HOSTILE_IDS = List.of(
            "../../etc/passwd",
            "..",
            ".",
            "/",
            "/etc/passwd",
            "C:\\Windows\\win.ini",
            "CON",
            "con",
            "NUL.session",
            "a/b",
            "a\\b",
            "a",
            "A",
            " ",
            "a ",
            "a.",
            "\0",
            "a\0b",
            "\n\r\t\u001b[2J",
            "store.lock",
            "%2e%2e%2f",
            "x".repeat(128),
            "\uffff".repeat(128),
            "\u00e4\u00f6\u00fc",
            "a\u0308",
            "\u65e5\u672c\u8a9e",
            "\ud83d\ude00",
            "?",
            "\ud83d",
            "\ude00",
            "\ude00\ud83d",
            "a\ud800",
            "a\ud801",
            "a\udc00",
            "a?",
            "a\ufffd",
            "");

    private Path outer;
    private Path folder;

    @BeforeEach
    void nameTheFolder(@TempDir Path temporary) throws IOException {
        outer = temporary.toRealPath();
        folder = outer.resolve("made").resolve("by the store");
    }

    @Test
    void load_ofHostileIds_givesEachBackFromInsideTheFolder() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            for (String id : HOSTILE_IDS) {
                assertThat(store.load(id)).as("'%s' before", id).isEmpty();
                store.save(SavedSessions.of(id, 1));
            }
            assertThatEachIsKept(store);
        }
        assertThat(filesIn(outer)).containsExactly(outer.resolve("made"));
        assertThat(filesIn(outer.resolve("made"))).containsExactly(folder);
        assertThat(filesIn(folder))
                .hasSize(HOSTILE_IDS.size() + 1)
                .allSatisfy(file ->
                        assertThat(file.getFileName().toString()).matches("store\\.lock|[0-9a-f]{64}\\.session"));
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            assertThatEachIsKept(store);
        }
    }

    private static void assertThatEachIsKept(FileSessionStore store) throws IOException {
        for (String id : HOSTILE_IDS) {
            assertThat(store.load(id)).as("'%s'", id).contains(SavedSessions.of(id, 1));
        }
        assertThat(store.loadAll())
                .containsExactlyInAnyOrderElementsOf(
                        HOSTILE_IDS.stream().map(id -> SavedSessions.of(id, 1)).toList());
    }

    @Test
    void save_ofNewerVersion_replacesTheOlder() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            for (long version = 1; version <= 20; version++) {
                store.save(SavedSessions.of("a", version));
                assertThat(store.load("a")).contains(SavedSessions.of("a", version));
            }
        }
    }

    @Test
    void save_ofOlderVersion_changesNothing() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            store.save(SavedSessions.of("a", 20));
            List<Path> files = filesIn(folder);
            for (long version = 19; version >= -1; version--) {
                store.save(SavedSessions.of("a", version));
            }
            assertThat(store.load("a")).contains(SavedSessions.of("a", 20));
            assertThat(filesIn(folder)).isEqualTo(files);
        }
    }

    @Test
    void save_ofVersionLowerThanThatOfAnEarlierStore_replacesIt() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            store.save(SavedSessions.of("a", 1_000));
        }
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            assertThat(store.load("a")).contains(SavedSessions.of("a", 1_000));
            store.save(SavedSessions.of("a", 3));
            assertThat(store.load("a")).contains(SavedSessions.of("a", 3));
            store.save(SavedSessions.of("a", 2));
            assertThat(store.load("a")).contains(SavedSessions.of("a", 3));
        }
    }

    @Test
    void save_ofVersionWhoseFileWasRemoved_writesItAgain() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            store.save(SavedSessions.of("a", 5));
            Files.delete(fileOf("a"));
            store.save(SavedSessions.of("a", 5));
            assertThat(store.load("a")).contains(SavedSessions.of("a", 5));
        }
    }

    @Test
    void save_ofVersionWhoseFileWasDamaged_writesItAgain() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            store.save(SavedSessions.of("a", 5));
            byte[] damaged = Files.readAllBytes(fileOf("a"));
            damaged[damaged.length - 1] ^= 1;
            Files.write(fileOf("a"), damaged);
            assertThatThrownBy(() -> store.load("a")).isInstanceOf(DamagedSessionFile.class);
            store.save(SavedSessions.of("a", 5));
            assertThat(store.load("a")).contains(SavedSessions.of("a", 5));
        }
    }

    @Test
    void load_ofDamagedFile_namesItAndLeavesTheOthersReadable() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            store.save(SavedSessions.of("a", 1));
            store.save(SavedSessions.of("b", 1));
            Files.write(fileOf("a"), new byte[0]);
            assertThatThrownBy(() -> store.load("a"))
                    .isInstanceOf(DamagedSessionFile.class)
                    .hasMessageContaining(fileOf("a").toString())
                    .hasMessageContaining("expected a header")
                    .hasMessageContaining("after 0 bytes");
            assertThatThrownBy(store::loadAll).isInstanceOf(DamagedSessionFile.class);
            assertThat(store.load("b")).contains(SavedSessions.of("b", 1));
        }
    }

    @Test
    void load_ofFileUnderTheNameOfAnotherId_isRefused() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            store.save(SavedSessions.of("a", 1));
            Files.copy(fileOf("a"), fileOf("b"));
            assertThatThrownBy(() -> store.load("b"))
                    .isInstanceOf(DamagedSessionFile.class)
                    .hasMessageContaining(fileOf("b").toString())
                    .hasMessageContaining("id 'a'");
            store.save(SavedSessions.of("b", 1));
            assertThat(store.load("b")).contains(SavedSessions.of("b", 1));
        }
    }

    @Test
    void open_ofFolderInUse_isRefusedUntilTheOtherIsClosed() throws IOException {
        FileSessionStore first = FileSessionStore.open(folder);
        for (Path sameFolder : List.of(folder, folder.resolve("..").resolve(folder.getFileName()), link())) {
            assertThatIOException()
                    .isThrownBy(() -> FileSessionStore.open(sameFolder))
                    .withMessageContaining(folder.toString())
                    .withMessageContaining("close the other store, or open another folder");
        }
        first.save(SavedSessions.of("a", 1));
        first.close();
        try (FileSessionStore second = FileSessionStore.open(folder)) {
            assertThat(second.load("a")).contains(SavedSessions.of("a", 1));
        }
    }

    private Path link() throws IOException {
        return Files.createSymbolicLink(outer.resolve("link"), folder);
    }

    @Test
    void open_removesOnlyWhatAStoreLeftHalfWritten() throws IOException {
        Files.createDirectories(folder);
        Path leftover = Files.createFile(folder.resolve("session-00112233-4455-6677-8899-aabbccddeeff-17.tmp"));
        Path someoneElses = Files.createFile(folder.resolve("session-notes.tmp"));
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            assertThat(leftover).doesNotExist();
            assertThat(someoneElses).exists();
            assertThat(store.loadAll()).isEmpty();
        }
    }

    @Test
    void open_whenALeftoverCannotBeRemoved_failsAndLeavesTheFolderFree() throws IOException {
        Path stubborn = folder.resolve("session-00112233-4455-6677-8899-aabbccddeeff-18.tmp");
        Path inside = Files.createDirectories(stubborn.resolve("inside"));
        assertThatIOException()
                .isThrownBy(() -> FileSessionStore.open(folder))
                .withMessageContaining(stubborn.toString());
        Files.delete(inside);
        FileSessionStore.open(folder).close();
        assertThat(stubborn).doesNotExist();
    }

    @Test
    void open_whereAFileIs_isRefused() throws IOException {
        Path file = Files.createFile(outer.resolve("file"));
        for (Path notAFolder : List.of(file, file.resolve("below"))) {
            assertThatIOException()
                    .isThrownBy(() -> FileSessionStore.open(notAFolder))
                    .withMessageContaining(notAFolder.toString())
                    .withMessageContaining("give the path of a folder");
        }
    }

    @Test
    void close_makesLaterCallsFailAndMayBeRepeated() throws IOException {
        FileSessionStore store = FileSessionStore.open(folder);
        Session session = SavedSessions.of("a", 1);
        store.close();
        try (FileSessionStore successor = FileSessionStore.open(folder)) {
            store.close();
            assertThatIOException().isThrownBy(() -> store.save(session)).withMessageContaining("is closed");
            assertThatIOException().isThrownBy(() -> store.load("a")).withMessageContaining(folder.toString());
            assertThatIOException().isThrownBy(store::loadAll).withMessageContaining("is closed");
            assertThatIOException().isThrownBy(() -> FileSessionStore.open(folder));
            successor.save(session);
        }
    }

    @Test
    void save_whenTheFolderIsGone_failsAndNamesTheFile() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            Files.delete(folder.resolve(FileNames.LOCK));
            Files.delete(folder);
            assertThatIOException()
                    .isThrownBy(() -> store.save(SavedSessions.of("a", 1)))
                    .withMessageContaining(fileOf("a").toString());
            Files.createFile(folder);
            assertThatIOException()
                    .isThrownBy(() -> store.save(SavedSessions.of("a", 1)))
                    .withMessageContaining(fileOf("a").toString());
            assertThatIOException().isThrownBy(() -> store.load("a"));
        }
    }

    @Test
    void save_whenAFolderIsInPlaceOfTheFile_failsAndLeavesNothing() throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder)) {
            Files.createDirectories(fileOf("a").resolve("full"));
            List<Path> before = filesIn(folder);
            assertThatIOException()
                    .isThrownBy(() -> store.save(SavedSessions.of("a", 1)))
                    .withMessageContaining(fileOf("a").toString());
            assertThat(filesIn(folder)).isEqualTo(before);
        }
    }

    private Path fileOf(String id) {
        return folder.resolve(FileNames.session(id));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
