package io.gauntlet.coordinator.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Runs file operations to their end on a thread that is interrupted before or meanwhile, and leaves it interrupted.
 *
 * <p>An interrupt closes the file channel that its thread is using. Saving is not a place to be cancelled at, so the
 * operation, which must open its own channel and be repeatable, is begun again.
 */
final class Uninterrupted {

    /** So that a thread which is interrupted without end does not stay here without end. */
    private static final int MAX_ATTEMPTS = 1_000;

    @FunctionalInterface
    interface FileOperation<R> {
        R run() throws IOException;
    }

    private Uninterrupted() {}

    static <R> R call(FileOperation<R> operation) throws IOException {
        boolean interrupted = false;
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return operation.run();
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                    if (attempt == MAX_ATTEMPTS) {
                        throw new IOException("interrupted in each of " + MAX_ATTEMPTS + " attempts", e);
                    }
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
