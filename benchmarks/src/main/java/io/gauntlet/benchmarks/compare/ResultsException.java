package io.gauntlet.benchmarks.compare;

import java.nio.file.Path;

/** A results folder that cannot be used as asked; the message names the file, what is wrong, and what to do. */
public final class ResultsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ResultsException(Path file, String problem) {
        super(file + " " + problem);
    }

    ResultsException(Path file, String problem, Throwable cause) {
        super(file + " " + problem, cause);
    }
}
