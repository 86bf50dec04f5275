package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionState;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The bytes of a session file, version 1. Numbers are big-endian.
 *
 * <pre>
 *   header     8  the magic number 89 47 53 45 53 0D 0A 1A
 *              4  the format's version, 1
 *             16  the life of the store that wrote it, a UUID
 *              8  the session's version
 *   body       t  id
 *              t  name
 *              8  serial
 *              8  createdAt, seconds since 1970-01-01T00:00Z
 *              4  createdAt, nanoseconds of the second
 *              1  state: 1 ACTIVE, 2 WAITING_FOR_INPUT, 3 PROCESSING, 4 COMPLETED
 *              1  1 if there is a last error, else 0
 *             (t) the last error, if there is one
 *              8  memoryBytes
 *              8  cpuMillis
 *              4  how many chunks of output there are
 *            ( t) each chunk, the oldest first
 *   end        4  CRC-32C of all bytes before
 *
 *   t, a text: 4  how many UTF-16 code units there are
 *            ( 2) each code unit
 * </pre>
 *
 * Code units are written as they are, so an unpaired surrogate survives, which no UTF would allow. No file is the
 * beginning of another one: one that was cut short or added to is detected whatever its checksum says.
 */
final class SessionFormat {

    static final long MAGIC = 0x89_47_53_45_53_0D_0A_1AL;
    static final int VERSION = 1;
    static final int HEADER_BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES + Long.BYTES;
    static final int CHECKSUM_BYTES = Integer.BYTES;

    private SessionFormat() {}

    static void write(Session session, UUID life, OutputStream file) throws IOException {
        CRC32C checksum = new CRC32C();
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(file, checksum)));
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeLong(life.getMostSignificantBits());
        out.writeLong(life.getLeastSignificantBits());
        out.writeLong(session.version());

        writeText(session.id(), out);
        writeText(session.name(), out);
        out.writeLong(session.serial());
        Instant createdAt = session.createdAt();
        out.writeLong(createdAt.getEpochSecond());
        out.writeInt(createdAt.getNano());
        out.writeByte(code(session.state()));
        String lastError = session.lastError();
        out.writeBoolean(lastError != null);
        if (lastError != null) {
            writeText(lastError, out);
        }
        out.writeLong(session.resourceStats().memoryBytes());
        out.writeLong(session.resourceStats().cpuMillis());
        List<String> chunks = session.output().chunks();
        out.writeInt(chunks.size());
        for (String chunk : chunks) {
            writeText(chunk, out);
        }

        out.flush();
        out.writeInt((int) checksum.getValue());
        out.flush();
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    static int code(SessionState state) {
        return switch (state) {
            case ACTIVE -> 1;
            case WAITING_FOR_INPUT -> 2;
            case PROCESSING -> 3;
            case COMPLETED -> 4;
        };
    }
}
