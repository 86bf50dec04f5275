package io.gauntlet.history.file;

import io.gauntlet.coordinator.contract.SessionOutput;
import java.util.List;

/** How one output came from an older one. */
final class Appended {

    /** How many evicted chunks are looked for: a matter of space, not of right and wrong. */
    private static final int MOST_EVICTED = 64;

    private Appended() {}

    /** Returns how many chunks at the end of {@code output}, appended to {@code older}, make it; all of them if none do. */
    static int count(SessionOutput output, SessionOutput older, int maxBytes) {
        List<String> chunks = output.chunks();
        List<String> before = older.chunks();
        for (int evicted = 0; evicted < Math.min(before.size(), MOST_EVICTED); evicted++) {
            List<String> kept = before.subList(evicted, before.size());
            if (kept.size() <= chunks.size() && chunks.subList(0, kept.size()).equals(kept)) {
                int appended = chunks.size() - kept.size();
                if (appended(older, chunks.subList(kept.size(), chunks.size()), maxBytes)
                        .equals(output)) {
                    return appended;
                }
            }
        }
        return chunks.size();
    }

    static SessionOutput appended(SessionOutput older, List<String> chunks, int maxBytes) {
        SessionOutput output = older;
        for (String chunk : chunks) {
            output = output.append(chunk, maxBytes);
        }
        return output;
    }
}
