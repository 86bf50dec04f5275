package io.gauntlet.coordinator.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A session file is not what a store wrote: cut short, changed, of another format, or under another id's name. Nothing of
 * it was returned. The message names the file, what was expected and what was found.
 */
public final class DamagedSessionFile extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedSessionFile(Path file, String expected, String found) {
        super(message(file, expected, found));
    }

    DamagedSessionFile(Path file, String expected, Exception found) {
        super(message(file, expected, found.toString()), found);
    }

    private static String message(Path file, String expected, String found) {
        return "session file " + file + " is damaged: expected " + expected + ", found " + found
                + "; restore it from a backup, or remove it to go on without it";
    }
}
