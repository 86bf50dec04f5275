package io.gauntlet.benchmarks.fork;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary folder for files between a fork and its parent; closing it deletes them. */
final class PrivateFolder implements AutoCloseable {

    private final Path folder;

    PrivateFolder() throws IOException {
        folder = Files.createTempDirectory("gauntlet-fork");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
