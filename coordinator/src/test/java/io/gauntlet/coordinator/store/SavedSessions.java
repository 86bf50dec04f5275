package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionOutput;
import io.gauntlet.coordinator.contract.SessionState;
import java.time.Instant;
import java.util.SplittableRandom;

/** Sessions whose every field follows from id and version, so that whoever reads one back knows what it has to be. */
final class SavedSessions {

    private static final int MAX_CHUNKS = 40;
    private static final int MAX_CHUNK_CHARS = 200;

    private SavedSessions() {}

    static Session of(String id, long version) {
        SplittableRandom random = new SplittableRandom(31L * id.hashCode() + version);
        SessionOutput output = SessionOutput.EMPTY;
        for (int chunks = random.nextInt(MAX_CHUNKS); chunks > 0; chunks--) {
            output = output.append(text(random), 4_096);
        }
        SessionState[] states = SessionState.values();
        return new Session(
                id,
                "name of " + version,
                random.nextLong(),
                Instant.ofEpochSecond(random.nextLong(-1L << 32, 1L << 32), random.nextInt(1_000_000_000)),
                version,
                states[random.nextInt(states.length)],
                random.nextBoolean() ? null : text(random),
                new ResourceStats(random.nextLong(Long.MAX_VALUE), random.nextLong(Long.MAX_VALUE)),
                output);
    }

    /** Any UTF-16 code units, unpaired surrogates among them; sometimes ASCII alone. */
    private static String text(SplittableRandom random) {
        int bound = random.nextBoolean() ? 0x80 : 0x10000;
        return random.ints(random.nextInt(MAX_CHUNK_CHARS), 0, bound)
                .collect(StringBuilder::new, (text, unit) -> text.append((char) unit), StringBuilder::append)
                .toString();
    }
}
