package io.gauntlet.evidence;

import java.nio.file.Path;

/** Evidence that says nothing: missing, damaged, or not what its file name claims. The message names the file. */
public final class EvidenceException extends RuntimeException {

    private final Path file;
    private final String reason;

    EvidenceException(Path file, String reason) {
        super(file + ": " + reason);
        this.file = file;
        this.reason = reason;
    }

    EvidenceException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
        this.file = file;
        this.reason = reason;
    }

    /** Returns the file that says nothing. */
    public Path file() {
        return file;
    }

    /** Returns why, without the file's name. */
    public String reason() {
        return reason;
    }
}
