package io.gauntlet.coordinator.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The disk of this machine. */
final class LocalDisk implements Disk {

    @Override
    public FreshFile create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        OutputStream content = Channels.newOutputStream(channel);
        return new FreshFile() {
            @Override
            public OutputStream content() {
                return content;
            }

            @Override
            public void sync() throws IOException {
                channel.force(/* metaData= */ true);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    public void replace(Path file, Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Windows cannot open a folder; there, nothing is done, and a rename is as durable as the file system makes it. */
    @Override
    public void syncFolder(Path folder) throws IOException {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(/* metaData= */ true);
        }
    }
}
