package io.gauntlet.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a power cut after each step of each save could leave, by the book that {@link PowerCutDisk} keeps. A kill cannot
 * show this: what a killed process wrote and did not sync is still there.
 */
class PowerCutTest {

    private static final List<String> IDS = List.of("a", "b");
    private static final int VERSIONS = 5;

    private final PowerCutDisk disk = new PowerCutDisk();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private int looks;
    private Path folder;
    private Path scratch;

    @BeforeEach
    void nameTheFolder(@TempDir Path temporary) throws IOException {
        folder = temporary.toRealPath().resolve("store");
        scratch = temporary.resolve("what is left");
    }

    @Test
    void powerCut_afterAnyStep_leavesWhatWasAcknowledgedOrNewer() throws IOException {
        saveAll(new LookingDisk(/* syncsFiles= */ true, /* syncsFolders= */ true));
        assertThat(findings).isEmpty();
        int stepsOfOneSave = 5;
        assertThat(looks).isGreaterThanOrEqualTo(IDS.size() * VERSIONS * stepsOfOneSave);
    }

    @Test
    void powerCut_whereFilesAreNotSynced_isFoundOut() throws IOException {
        saveAll(new LookingDisk(/* syncsFiles= */ false, /* syncsFolders= */ true));
        assertThat(findings).anyMatch(finding -> finding.contains("is damaged"));
    }

    @Test
    void powerCut_whereTheFolderIsNotSynced_isFoundOut() throws IOException {
        saveAll(new LookingDisk(/* syncsFiles= */ true, /* syncsFolders= */ false));
        assertThat(findings).anyMatch(finding -> finding.contains("was acknowledged"));
    }

    private void saveAll(Disk looking) throws IOException {
        try (FileSessionStore store = FileSessionStore.open(folder, looking)) {
            for (long version = 1; version <= VERSIONS; version++) {
                for (String id : IDS) {
                    store.save(SavedSessions.of(id, version));
                    acknowledged.put(id, version);
                    look();
                    store.save(SavedSessions.of(id, version - 1));
                    look();
                }
            }
        }
    }

    private void look() throws IOException {
        looks++;
        for (String id : IDS) {
            for (byte[] remains : disk.remains(folder.resolve(FileNames.session(id)))) {
                judge(id, remains);
            }
        }
    }

    private void judge(String id, byte @Nullable [] remains) throws IOException {
        long least = acknowledged.getOrDefault(id, 0L);
        if (remains == null) {
            if (least > 0) {
                findings.add(id + " is gone, of which version " + least + " was acknowledged");
            }
            return;
        }
        Files.write(scratch, remains);
        try {
            Session session = SessionReader.read(scratch);
            assertThat(session).isEqualTo(SavedSessions.of(id, session.version()));
            if (session.version() < least) {
                findings.add(id + " is of version " + session.version() + ", but " + least + " was acknowledged");
            }
        } catch (DamagedSessionFile e) {
            findings.add(e.getMessage());
        }
    }

    /** Looks at what a power cut would leave after each step; can forget to sync. */
    private final class LookingDisk implements Disk {

        private final boolean syncsFiles;
        private final boolean syncsFolders;

        LookingDisk(boolean syncsFiles, boolean syncsFolders) {
            this.syncsFiles = syncsFiles;
            this.syncsFolders = syncsFolders;
        }

        @Override
        public FreshFile create(Path path) throws IOException {
            FreshFile file = disk.create(path);
            look();
            return new FreshFile() {
                @Override
                public OutputStream content() {
                    return file.content();
                }

                @Override
                public void sync() throws IOException {
                    look();
                    if (syncsFiles) {
                        file.sync();
                    }
                    look();
                }

                @Override
                public void close() throws IOException {
                    file.close();
                    look();
                }
            };
        }

        @Override
        public void replace(Path file, Path target) throws IOException {
            disk.replace(file, target);
            look();
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            if (syncsFolders) {
                disk.syncFolder(folder);
            }
            look();
        }
    }
}
