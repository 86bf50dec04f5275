package io.gauntlet.history.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A history file is not what was written: cut short, changed, or of another format. Nothing of it was returned. The message
 * names the file, the offset in bytes, what was expected there and what was found.
 */
public final class HistoryFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long offset;

    HistoryFileException(Path file, long offset, String expected, String found) {
        super("history file " + file + " cannot be read: at byte " + offset + " expected " + expected + ", found "
                + found);
        this.offset = offset;
    }

    /** Returns where in the file the error is, in bytes from its beginning. */
    public long offset() {
        return offset;
    }
}
