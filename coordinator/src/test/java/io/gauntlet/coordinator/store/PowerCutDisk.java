package io.gauntlet.coordinator.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The disk of this machine, with a book about what is certain to be left if the power were cut now: of a file, what was
 * synced; of the folder, either its entries as they are or those at its last sync, as the file system likes.
 */
final class PowerCutDisk implements Disk {

    /** One file, whatever its name. */
    private static final class Content {
        private byte[] synced = new byte[0];
    }

    private final Disk disk;
    private Map<Path, Content> entries = new HashMap<>();
    private Map<Path, Content> syncedEntries = new HashMap<>();

    PowerCutDisk() {
        this.disk = new LocalDisk();
    }

    /** Returns what a power cut now may leave of a file: one content for each possible fate of the folder, null for none. */
    List<byte @Nullable []> remains(Path file) {
        return Arrays.asList(content(entries, file), content(syncedEntries, file));
    }

    private static byte @Nullable [] content(Map<Path, Content> entries, Path file) {
        Content content = entries.get(file);
        return content == null ? null : content.synced;
    }

    @Override
    public FreshFile create(Path path) throws IOException {
        FreshFile file = disk.create(path);
        Content content = new Content();
        entries.put(path, content);
        return new FreshFile() {
            @Override
            public OutputStream content() {
                return file.content();
            }

            @Override
            public void sync() throws IOException {
                file.sync();
                content.synced = Files.readAllBytes(path);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void replace(Path file, Path target) throws IOException {
        disk.replace(file, target);
        Content content = entries.remove(file);
        if (content == null) {
            throw new IOException(file + " was never created");
        }
        entries.put(target, content);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        disk.syncFolder(folder);
        syncedEntries = new HashMap<>(entries);
    }
}
