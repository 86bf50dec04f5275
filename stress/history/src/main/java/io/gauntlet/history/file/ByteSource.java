package io.gauntlet.history.file;

import java.nio.file.Path;

/** The bytes of one window being read: never beyond their end, and no count believed that they could not hold. */
final class ByteSource {

    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int BITS = 7;
    private static final int LAST_SHIFT = 63;

    private final Path file;
    private final long offsetInFile;
    private final byte[] bytes;
    private int position;
    private int entry;

    /** @param offsetInFile where in the file these bytes begin */
    ByteSource(Path file, long offsetInFile, byte[] bytes) {
        this.file = file;
        this.offsetInFile = offsetInFile;
        this.bytes = bytes;
    }

    /** Marks where something begins that may turn out to be impossible as a whole. */
    void beginEntry() {
        entry = position;
    }

    long unsigned(String what) throws HistoryFileException {
        beginEntry();
        long number = 0;
        for (int shift = 0; ; shift += BITS) {
            if (position == bytes.length) {
                throw expected(what, "the end of the window");
            }
            int next = bytes[position++];
            number |= (long) (next & LOW_BITS) << shift;
            if ((next & MORE) == 0) {
                if (shift == LAST_SHIFT && next > 1) {
                    throw expected(what + " of 64 bits", "one of more");
                }
                return number;
            }
            if (shift == LAST_SHIFT) {
                throw expected(what + " of at most 10 bytes", "one of more");
            }
        }
    }

    long signed(String what) throws HistoryFileException {
        long number = unsigned(what);
        return (number >>> 1) ^ -(number & 1);
    }

    /** Reads a number from 0 to {@code max}. */
    int upTo(int max, String what) throws HistoryFileException {
        long number = unsigned(what);
        if (number < 0 || number > max) {
            throw expected(what + " from 0 to " + max, Long.toUnsignedString(number));
        }
        return (int) number;
    }

    /** Reads how many things follow, each of at least one byte. */
    int count(String what) throws HistoryFileException {
        long number = unsigned("how many " + what);
        int left = bytes.length - position;
        if (number < 0 || number > left) {
            throw expected(
                    "how many " + what + " follow in the " + left + " bytes left", Long.toUnsignedString(number));
        }
        return (int) number;
    }

    void end() throws HistoryFileException {
        beginEntry();
        if (position < bytes.length) {
            throw expected("the end of the window", bytes.length - position + " more bytes");
        }
    }

    /** Returns the error that says that there is something else where the last entry begins. */
    HistoryFileException expected(String expected, String found) {
        return new HistoryFileException(file, offsetInFile + entry, expected, found);
    }
}
