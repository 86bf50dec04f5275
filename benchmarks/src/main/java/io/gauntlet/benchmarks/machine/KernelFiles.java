package io.gauntlet.benchmarks.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The small files in which the kernel tells what it does.
 *
 * @param root the folder that {@code proc} and {@code sys} lie in
 */
record KernelFiles(Path root) {

    /** Returns the lines of a file, stripped; none where it cannot be read. */
    List<String> lines(String file) {
        try {
            // Not as UTF-8: what is no text must not end a measurement.
            return Files.readAllLines(root.resolve(strip(file)), StandardCharsets.ISO_8859_1).stream()
                    .map(String::strip)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    Optional<String> firstLine(String file) {
        return lines(file).stream().findFirst().filter(line -> !line.isEmpty());
    }

    private static String strip(String file) {
        return file.replaceAll("/+", "/").replaceFirst("^/", "");
    }
}
