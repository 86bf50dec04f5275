package io.gauntlet.history.file;

import java.io.ByteArrayOutputStream;

/** Bytes being written, with numbers of variable length. */
final class ByteSink {

    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ByteSink unsigned(long number) {
        long rest = number;
        while ((rest & ~LOW_BITS) != 0) {
            bytes.write((int) (rest & LOW_BITS) | MORE);
            rest >>>= BITS;
        }
        bytes.write((int) rest);
        return this;
    }

    ByteSink signed(long number) {
        return unsigned((number << 1) ^ (number >> (Long.SIZE - 1)));
    }

    ByteSink append(ByteSink other) {
        bytes.writeBytes(other.toBytes());
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
