package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionOutput;
import io.gauntlet.coordinator.contract.SessionState;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one session file in the {@link SessionFormat}. It reserves no more memory than the file has bytes for, whatever
 * lengths the file claims, and returns a session only after the checksum of all of it.
 */
final class SessionReader {

    private static final int BLOCK_CHARS = 4_096;

    /**
     * @param life of the store that wrote the file
     * @param version of the session in it
     */
    record Header(UUID life, long version) {}

    private final Path file;
    private final CRC32C checksum = new CRC32C();
    private final DataInputStream in;
    private long bytesLeft;

    private SessionReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Channels.newInputStream(channel)), checksum));
        this.bytesLeft = channel.size() - SessionFormat.CHECKSUM_BYTES;
    }

    /**
     * Returns the session in the file.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    static Session read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new SessionReader(file, channel).session();
        }
    }

    /**
     * Returns the beginning of the file as it stands there, without the checksum; empty if it does not look like one.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    static Optional<Header> readHeader(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return Optional.of(new SessionReader(file, channel).header());
        } catch (DamagedSessionFile e) {
            return Optional.empty();
        }
    }

    private Header header() throws IOException {
        need(SessionFormat.HEADER_BYTES, "a header");
        long magic = in.readLong();
        if (magic != SessionFormat.MAGIC) {
            throw damaged("the magic number " + Long.toHexString(SessionFormat.MAGIC), Long.toHexString(magic));
        }
        int format = in.readInt();
        if (format != SessionFormat.VERSION) {
            throw damaged("format version " + SessionFormat.VERSION, Integer.toString(format));
        }
        return new Header(new UUID(in.readLong(), in.readLong()), in.readLong());
    }

    private Session session() throws IOException {
        Header header = header();
        String id = text("the id");
        String name = text("the name");
        long serial = number("the serial number");
        Instant createdAt = instant();
        SessionState state = state();
        String lastError = lastError();
        ResourceStats resourceStats = resourceStats();
        SessionOutput output = output();
        checkEnd();
        return new Session(id, name, serial, createdAt, header.version(), state, lastError, resourceStats, output);
    }

    private Instant instant() throws IOException {
        need(Long.BYTES + Integer.BYTES, "the instant of creation");
        try {
            return Instant.ofEpochSecond(in.readLong(), in.readInt());
        } catch (DateTimeException | ArithmeticException e) {
            throw new DamagedSessionFile(file, "an instant of creation", e);
        }
    }

    private SessionState state() throws IOException {
        int code = octet("the state");
        for (SessionState state : SessionState.values()) {
            if (SessionFormat.code(state) == code) {
                return state;
            }
        }
        throw damaged("the code of a state", Integer.toString(code));
    }

    private @Nullable String lastError() throws IOException {
        int present = octet("whether there is a last error");
        return switch (present) {
            case 0 -> null;
            case 1 -> text("the last error");
            default -> throw damaged("0 or 1 for whether there is a last error", Integer.toString(present));
        };
    }

    private ResourceStats resourceStats() throws IOException {
        try {
            return new ResourceStats(number("memoryBytes"), number("cpuMillis"));
        } catch (CoordinatorException.InvalidArgument e) {
            throw new DamagedSessionFile(file, "valid resource statistics", e);
        }
    }

    private SessionOutput output() throws IOException {
        int chunks = length("the number of chunks");
        SessionOutput output = SessionOutput.EMPTY;
        for (int i = 0; i < chunks; i++) {
            String chunk = text("a chunk");
            if (chunk.isEmpty()) {
                throw damaged("a chunk of output", "an empty one");
            }
            output = output.append(chunk, Integer.MAX_VALUE);
        }
        return output;
    }

    private void checkEnd() throws IOException {
        if (bytesLeft != 0) {
            throw damaged("the end of the file", bytesLeft + " bytes more");
        }
        int computed = (int) checksum.getValue();
        int recorded = in.readInt();
        if (recorded != computed) {
            throw damaged("the checksum " + Integer.toHexString(computed), Integer.toHexString(recorded));
        }
    }

    private String text(String what) throws IOException {
        int length = length("the length of " + what);
        need((long) length * Character.BYTES, what + " of " + length + " UTF-16 code units");
        char[] text = new char[length];
        ByteBuffer block = ByteBuffer.allocate(Math.min(length, BLOCK_CHARS) * Character.BYTES);
        for (int done = 0; done < length; ) {
            int chars = Math.min(length - done, BLOCK_CHARS);
            in.readFully(block.array(), 0, chars * Character.BYTES);
            block.asCharBuffer().get(text, done, chars);
            done += chars;
        }
        return new String(text);
    }

    private int length(String what) throws IOException {
        need(Integer.BYTES, what);
        int length = in.readInt();
        if (length < 0) {
            throw damaged(what + ", 0 or more", Integer.toString(length));
        }
        return length;
    }

    private long number(String what) throws IOException {
        need(Long.BYTES, what);
        return in.readLong();
    }

    private int octet(String what) throws IOException {
        need(Byte.BYTES, what);
        return in.readUnsignedByte();
    }

    private void need(long bytes, String what) throws DamagedSessionFile {
        if (bytes > bytesLeft) {
            throw damaged(
                    what + " and a checksum",
                    "the end of the file after " + Math.max(0, bytesLeft + SessionFormat.CHECKSUM_BYTES) + " bytes");
        }
        bytesLeft -= bytes;
    }

    private DamagedSessionFile damaged(String expected, String found) {
        return new DamagedSessionFile(file, expected, found);
    }
}
