package io.gauntlet.coordinator.contract;

import io.vavr.collection.Queue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The newest output of a session: an immutable queue of chunks, bounded in bytes, the oldest chunk leaving first.
 *
 * <p>Appending shares all the old chunks with the new value and costs O(1) amortized, whatever has been kept. Bytes are
 * those of the UTF-8 encoding.
 */
public final class SessionOutput {

    /** No output yet. */
    public static final SessionOutput EMPTY = new SessionOutput(Queue.empty(), 0);

    private record Chunk(String text, int bytes) {}

    private final Queue<Chunk> chunks;
    private final int bytes;

    private SessionOutput(Queue<Chunk> chunks, int bytes) {
        this.chunks = chunks;
        this.bytes = bytes;
    }

    /**
     * Returns this output with {@code text} at its end and the oldest chunks evicted until at most {@code maxBytes} bytes
     * remain. Of a text that alone is longer, the longest end that fits is kept, cut between characters.
     */
    public SessionOutput append(String text, int maxBytes) {
        Chunk newest = fitting(text, maxBytes);
        if (newest.bytes == 0) {
            return text.isEmpty() ? this : EMPTY;
        }
        Queue<Chunk> kept = chunks;
        int keptBytes = bytes;
        while (keptBytes > maxBytes - newest.bytes) {
            keptBytes -= kept.head().bytes;
            kept = kept.tail();
        }
        return new SessionOutput(kept.enqueue(newest), keptBytes + newest.bytes);
    }

    private static Chunk fitting(String text, int maxBytes) {
        int length = utf8Bytes(text);
        if (length <= maxBytes) {
            return new Chunk(text, length);
        }
        int start = text.length();
        int kept = 0;
        while (start > 0) {
            int character = text.codePointBefore(start);
            int size = utf8Bytes(Character.toString(character));
            if (kept + size > maxBytes) {
                break;
            }
            kept += size;
            start -= Character.charCount(character);
        }
        return new Chunk(text.substring(start), kept);
    }

    private static int utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the bytes kept. */
    public int bytes() {
        return bytes;
    }

    /** Returns the chunks kept, the oldest first, as a new list. */
    public List<String> chunks() {
        return chunks.map(Chunk::text).toJavaList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionOutput that && bytes == that.bytes && chunks.equals(that.chunks);
    }

    @Override
    public int hashCode() {
        return chunks.hashCode();
    }

    @Override
    public String toString() {
        return bytes + " bytes in " + chunks.size() + " chunks";
    }
}
