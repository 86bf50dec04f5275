package io.gauntlet.history.file;

import io.gauntlet.history.History;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

/** Writes and reads history files; what their bytes mean is told where this package is described. */
public final class HistoryFiles {

    private static final long MAGIC = 0x89_47_48_49_53_0D_0A_1AL;
    private static final int VERSION = 1;
    private static final int VERSION_OFFSET = Long.BYTES;
    private static final int WINDOWS_OFFSET = VERSION_OFFSET + Integer.BYTES;
    private static final int HEADER_CHECKED_BYTES = WINDOWS_OFFSET + Integer.BYTES;
    private static final int HEADER_BYTES = HEADER_CHECKED_BYTES + Integer.BYTES;
    private static final int FRAME_BYTES = 2 * Integer.BYTES;

    private HistoryFiles() {}

    /**
     * Writes the windows of a run to a file beside, then renames it over {@code file} in one step: there is never half of it.
     *
     * @throws IOException if it could not be written; what was there before is still there
     * @throws IllegalArgumentException if an answer is nothing that the contract's operations return
     */
    public static void write(Path file, List<History> windows) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel out =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writeFully(out, header(windows.size()));
                for (int number = 0; number < windows.size(); number++) {
                    writeFully(out, framed(number, WindowEncoder.encode(windows.get(number))));
                }
                out.force(/* metaData= */ true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static ByteBuffer header(int windows) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putLong(MAGIC).putInt(VERSION).putInt(windows);
        header.putInt(checksum(header.array(), HEADER_CHECKED_BYTES));
        return header.flip();
    }

    private static ByteBuffer framed(int number, byte[] content) {
        ByteBuffer framed = ByteBuffer.allocate(Math.addExact(content.length, FRAME_BYTES));
        return framed.putInt(content.length)
                .put(content)
                .putInt(checksum(number, content))
                .flip();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    private static int checksum(int number, byte[] content) {
        CRC32C checksum = new CRC32C();
        ByteBuffer before = ByteBuffer.allocate(FRAME_BYTES).putInt(number).putInt(content.length);
        checksum.update(before.flip());
        checksum.update(content);
        return (int) checksum.getValue();
    }

    /**
     * Reads all windows of a file. What it allocates is bounded by the length of the file.
     *
     * @throws HistoryFileException if the file is not what {@link #write} writes; nothing of it is returned
     * @throws IOException if it cannot be read at all
     */
    public static List<History> read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            Reading reading = new Reading(file, in, in.size());
            int count = reading.header();
            List<History> windows = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                windows.add(reading.window(number));
            }
            reading.end();
            return List.copyOf(windows);
        }
    }

    private static final class Reading {

        private final Path file;
        private final FileChannel in;
        private final long length;
        private long offset;

        Reading(Path file, FileChannel in, long length) {
            this.file = file;
            this.in = in;
            this.length = length;
        }

        int header() throws IOException {
            byte[] bytes = bytes(HEADER_BYTES, "a header of " + HEADER_BYTES + " bytes");
            ByteBuffer header = ByteBuffer.wrap(bytes);
            if (header.getLong(0) != MAGIC) {
                throw new HistoryFileException(
                        file, 0, hex(MAGIC) + ", the magic number of a history file", hex(header.getLong(0)));
            }
            if (header.getInt(VERSION_OFFSET) != VERSION) {
                throw new HistoryFileException(
                        file,
                        VERSION_OFFSET,
                        "version " + VERSION + " of the format",
                        "version " + Integer.toUnsignedString(header.getInt(VERSION_OFFSET)));
            }
            requireChecksum(checksum(bytes, HEADER_CHECKED_BYTES), header.getInt(HEADER_CHECKED_BYTES));
            int windows = header.getInt(WINDOWS_OFFSET);
            long most = (length - offset) / FRAME_BYTES;
            if (windows < 0 || windows > most) {
                throw new HistoryFileException(
                        file,
                        WINDOWS_OFFSET,
                        "how many windows follow, 0 to " + most + " in a file of " + length + " bytes",
                        Integer.toUnsignedString(windows));
            }
            return windows;
        }

        History window(int number) throws IOException {
            long begin = offset;
            int size = number(bytes(Integer.BYTES, "the length of window " + number));
            long most = length - offset - Integer.BYTES;
            if (size < 0 || size > most) {
                throw new HistoryFileException(
                        file,
                        begin,
                        "the length of window " + number + ", 0 to " + Math.max(0, most),
                        Integer.toUnsignedString(size));
            }
            long contentOffset = offset;
            byte[] content = bytes(size, "window " + number + " of " + size + " bytes");
            int stored = number(bytes(Integer.BYTES, "the checksum of window " + number));
            requireChecksum(checksum(number, content), stored);
            return WindowDecoder.decode(file, contentOffset, content);
        }

        void end() throws HistoryFileException {
            if (offset != length) {
                throw new HistoryFileException(
                        file, offset, "the end of the file after its last window", length - offset + " more bytes");
            }
        }

        /** The checksum was just read. */
        private void requireChecksum(int computed, int stored) throws HistoryFileException {
            if (computed != stored) {
                throw new HistoryFileException(
                        file,
                        offset - Integer.BYTES,
                        "checksum " + Integer.toHexString(computed) + " of the bytes before",
                        Integer.toHexString(stored));
            }
        }

        private static int number(byte[] bytes) {
            return ByteBuffer.wrap(bytes).getInt();
        }

        private byte[] bytes(int count, String what) throws IOException {
            if (count > length - offset) {
                throw new HistoryFileException(
                        file, offset, what, "the end of the file after " + (length - offset) + " bytes");
            }
            byte[] bytes = new byte[count];
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                if (in.read(left) < 0) {
                    throw new HistoryFileException(
                            file, offset, what, "the end of a file that became shorter while it was read");
                }
            }
            offset += count;
            return bytes;
        }

        private static String hex(long number) {
            return String.format("%016X", number);
        }
    }
}
