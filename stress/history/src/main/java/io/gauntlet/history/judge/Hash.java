package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.StateChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hashes of 64 bits that change all over when one bit of the input does (the finalizer of SplitMix64, Steele et al., 2014). */
final class Hash {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static long of(long value) {
        long z = value + STEP;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns a hash of the two in this order. */
    static long of(long first, long second) {
        return of(of(first) * 3 + second);
    }

    static long of(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash + text.charAt(i)) * STEP;
        }
        return of(hash);
    }

    static long of(StateChange change) {
        String message = change instanceof StateChange.Error error ? error.message() : null;
        return of(of(of(change.sessionId()), kind(change)), of(message));
    }

    private static long kind(StateChange change) {
        if (change instanceof StateChange.NeedsInput) {
            return 1;
        }
        return change instanceof StateChange.Processing ? 2 : change instanceof StateChange.Completed ? 3 : 4;
    }

    /** Returns a hash of everything that a session says. O(its output). */
    static long of(Session session) {
        long hash = of(of(session.id()), of(session.name()));
        hash = of(hash, session.serial());
        hash = of(hash, session.version());
        Instant createdAt = session.createdAt();
        hash = of(hash, createdAt.getEpochSecond());
        hash = of(hash, createdAt.getNano());
        hash = of(hash, of(session.state().name()));
        hash = of(hash, of(session.lastError()));
        hash = of(hash, session.resourceStats().memoryBytes());
        hash = of(hash, session.resourceStats().cpuMillis());
        for (String chunk : session.output().chunks()) {
            hash = of(hash, of(chunk));
        }
        return hash;
    }
}
