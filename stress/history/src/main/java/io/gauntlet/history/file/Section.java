package io.gauntlet.history.file;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** One section of a window: entries, each once, named by their position. What is written alike is alike. */
final class Section {

    private final Map<ByteBuffer, Integer> positions = new HashMap<>();
    private final ByteSink entries = new ByteSink();
    private int count;

    /** Returns the position of an entry, old or new. */
    int position(ByteSink entry) {
        Integer known = positions.get(ByteBuffer.wrap(entry.toBytes()));
        return known != null ? known : add(entry);
    }

    /** Returns the position of a new entry, also where one is written alike but means something else. */
    int add(ByteSink entry) {
        positions.put(ByteBuffer.wrap(entry.toBytes()), count);
        entries.append(entry);
        return count++;
    }

    void writeTo(ByteSink out) {
        out.unsigned(count).append(entries);
    }
}
