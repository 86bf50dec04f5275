package io.gauntlet.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionOutput;
import io.gauntlet.coordinator.contract.SessionState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionFormatTest {

    private static final UUID LIFE = new UUID(0x0102030405060708L, 0x1112131415161718L);
    private static final Session SMALL = new Session(
            "i\ud800",
            "N",
            3,
            Instant.ofEpochSecond(1_000, 5),
            7,
            SessionState.PROCESSING,
            "e",
            new ResourceStats(1, 2),
            SessionOutput.EMPTY.append("out", 100).append("\u00e9", 100));

    /** Where the parts of {@link #SMALL} begin. */
    private static final int FORMAT_VERSION_AT = 8;

    private static final int ID_LENGTH_AT = 36;
    private static final int SECONDS_AT = ID_LENGTH_AT + 4 + 4 + 4 + 2 + 8;
    private static final int STATE_AT = SECONDS_AT + 8 + 4;
    private static final int ERROR_PRESENT_AT = STATE_AT + 1;
    private static final int MEMORY_AT = ERROR_PRESENT_AT + 1 + 4 + 2;
    private static final int CHUNK_COUNT_AT = MEMORY_AT + 8 + 8;

    private Path file;

    @BeforeEach
    void nameTheFile(@TempDir Path folder) {
        file = folder.resolve("a.session");
    }

    @Test
    void write_ofSmallSession_givesTheBytesOfFormatVersion1() throws IOException {
        assertThat(HexFormat.of().formatHex(bytesOf(SMALL)))
                .isEqualTo("89475345530d0a1a" + "00000001" + "01020304050607081112131415161718" + "0000000000000007"
                        + "00000002" + "0069d800"
                        + "00000001" + "004e"
                        + "0000000000000003" + "00000000000003e8" + "00000005" + "03"
                        + "01" + "00000001" + "0065"
                        + "0000000000000001" + "0000000000000002"
                        + "00000002" + "00000003" + "006f00750074" + "00000001" + "00e9"
                        + "ad23b8db");
    }

    @ParameterizedTest
    @EnumSource
    void read_ofWrittenState_isEqual(SessionState state) throws IOException {
        Session session = SMALL.withState(state, 8);
        assertThat(read(bytesOf(session))).isEqualTo(session);
    }

    @Test
    void read_ofAnyWrittenSession_isEqual() throws IOException {
        for (long version = 0; version < 2_000; version++) {
            Session session = SavedSessions.of("\ud83d\ude00 " + version, version);
            assertThat(read(bytesOf(session))).isEqualTo(session);
        }
    }

    @Test
    void read_ofExtremeValues_isEqual() throws IOException {
        for (Instant instant : new Instant[] {Instant.MIN, Instant.EPOCH, Instant.MAX}) {
            for (long number : new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}) {
                Session session = new Session(
                        "",
                        "",
                        number,
                        instant,
                        number,
                        SessionState.ACTIVE,
                        "",
                        new ResourceStats(Long.MAX_VALUE, 0),
                        SessionOutput.EMPTY);
                assertThat(read(bytesOf(session))).isEqualTo(session);
            }
        }
    }

    @Test
    void read_ofTextsAroundTheBlockSize_isEqual() throws IOException {
        for (int length : new int[] {4_095, 4_096, 4_097, 8_191, 8_192, 8_193, 100_000}) {
            String text = "x".repeat(length - 1) + "\ud83d";
            Session session = SMALL.withOutput(
                    SessionOutput.EMPTY.append(text, Integer.MAX_VALUE).append("end", Integer.MAX_VALUE), 8);
            assertThat(read(bytesOf(session))).isEqualTo(session);
        }
    }

    @Test
    void read_ofOutputThatWasEvictedAndCut_isEqual() throws IOException {
        SessionOutput output =
                SessionOutput.EMPTY.append("gone", 10).append("kept", 10).append("\u20ac\ud83d\ude00\udc00", 10);
        Session evicted = SMALL.withOutput(output, 8);
        assertThat(read(bytesOf(evicted))).isEqualTo(evicted);
        Session cut = SMALL.withOutput(output.append("a\ud83d\ude00\ud83d\ude00b", 7), 9);
        assertThat(cut.output().bytes()).isEqualTo(5);
        assertThat(read(bytesOf(cut))).isEqualTo(cut);
    }

    @Test
    void readHeader_ofWrittenSession_tellsLifeAndVersion() throws IOException {
        Files.write(file, bytesOf(SMALL));
        assertThat(SessionReader.readHeader(file)).contains(new SessionReader.Header(LIFE, 7));
    }

    @Test
    void readHeader_ofForeignOrShortFile_isEmpty() throws IOException {
        Files.write(file, new byte[39]);
        assertThat(SessionReader.readHeader(file)).isEmpty();
        Files.write(file, new byte[400]);
        assertThat(SessionReader.readHeader(file)).isEmpty();
    }

    @Test
    void read_ofMissingFile_saysSo() {
        assertThatThrownBy(() -> SessionReader.read(file)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> SessionReader.readHeader(file)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void read_withAnyByteChanged_isRefused() throws IOException {
        byte[] written = bytesOf(SMALL);
        int refused = 0;
        for (int at = 0; at < written.length; at++) {
            for (int change : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
                byte[] changed = written.clone();
                changed[at] ^= (byte) change;
                assertRefused(changed, "byte " + at + " changed by " + change);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(9 * written.length);
    }

    @Test
    void read_cutAtAnyLength_isRefused() throws IOException {
        byte[] written = bytesOf(SMALL);
        for (int length = 0; length < written.length; length++) {
            assertRefused(Arrays.copyOf(written, length), "cut to " + length + " bytes");
        }
    }

    /** So that a cut is not left to the checksum alone. */
    @Test
    void read_cutAtAnyLengthWithAFittingChecksum_isRefused() throws IOException {
        byte[] written = bytesOf(SMALL);
        for (int length = 4; length < written.length; length++) {
            assertRefused(withFittingChecksum(Arrays.copyOf(written, length)), "cut to " + length + " bytes");
        }
    }

    @Test
    void read_withBytesAdded_isRefused() throws IOException {
        byte[] written = bytesOf(SMALL);
        byte[] longer = Arrays.copyOf(written, written.length + 1);
        assertRefused(longer, "a byte added");
        assertThatThrownBy(() -> read(withFittingChecksum(longer))).hasMessageContaining("1 bytes more");
    }

    @Test
    void read_ofTwoMixedVersions_isRefused() throws IOException {
        byte[] older = bytesOf(SMALL);
        byte[] newer = bytesOf(SMALL.withState(SessionState.ACTIVE, 8));
        assertThat(newer).hasSameSizeAs(older);
        for (int at = FORMAT_VERSION_AT + 4 + 16 + 8; at <= STATE_AT; at++) {
            byte[] mixed = newer.clone();
            System.arraycopy(older, at, mixed, at, older.length - at);
            assertRefused(mixed, "the older from byte " + at);
        }
    }

    @Test
    void read_ofUnknownFormatVersion_namesBothVersionsAndTheFile() throws IOException {
        byte[] future = withInt(FORMAT_VERSION_AT, 2);
        assertThatThrownBy(() -> read(future))
                .isInstanceOf(DamagedSessionFile.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("expected format version 1, found 2");
    }

    @Test
    void read_ofForeignFile_namesTheMagicNumbers() {
        assertThatThrownBy(() -> read("PK this is another kind of file altogether, and long enough".getBytes()))
                .isInstanceOf(DamagedSessionFile.class)
                .hasMessageContaining("expected the magic number 894753")
                .hasMessageContaining("found 504b2074");
    }

    /** Reserving what these lengths ask for is an OutOfMemoryError in most heaps, and in any for the greatest. */
    @Test
    void read_ofHugeLengths_reservesNoMemoryForThem() throws IOException {
        for (int at : new int[] {ID_LENGTH_AT, CHUNK_COUNT_AT, CHUNK_COUNT_AT + 4}) {
            for (int length : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1 << 30, 1_000}) {
                assertThatThrownBy(() -> read(withFittingChecksum(withInt(at, length))))
                        .as("length %d at byte %d", length, at)
                        .isInstanceOf(DamagedSessionFile.class)
                        .hasMessageMatching(".*expected .+, found .+");
            }
        }
    }

    @Test
    void read_ofImpossibleValuesWithAFittingChecksum_isRefused() throws IOException {
        assertThatThrownBy(() -> read(withFittingChecksum(withByte(STATE_AT, 9))))
                .isInstanceOf(DamagedSessionFile.class)
                .hasMessageContaining("the code of a state, found 9");
        assertThatThrownBy(() -> read(withFittingChecksum(withByte(ERROR_PRESENT_AT, 2))))
                .isInstanceOf(DamagedSessionFile.class)
                .hasMessageContaining("found 2");
        assertThatThrownBy(() -> read(withFittingChecksum(withByte(SECONDS_AT, 0x7f))))
                .isInstanceOf(DamagedSessionFile.class)
                .hasMessageContaining("an instant of creation");
        assertThatThrownBy(() -> read(withFittingChecksum(withByte(MEMORY_AT, 0x80))))
                .isInstanceOf(DamagedSessionFile.class)
                .hasMessageContaining("memoryBytes");
        byte[] emptyChunk = Arrays.copyOf(withInt(CHUNK_COUNT_AT, 1), CHUNK_COUNT_AT + 4 + 4 + 4);
        ByteBuffer.wrap(emptyChunk).putInt(CHUNK_COUNT_AT + 4, 0);
        assertThatThrownBy(() -> read(withFittingChecksum(emptyChunk)))
                .isInstanceOf(DamagedSessionFile.class)
                .hasMessageContaining("a chunk of output, found an empty one");
    }

    private void assertRefused(byte[] content, String what) {
        assertThatThrownBy(() -> read(content))
                .as(what)
                .isInstanceOf(DamagedSessionFile.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("expected ")
                .hasMessageContaining("found ");
    }

    private Session read(byte[] content) throws IOException {
        Files.write(file, content);
        return SessionReader.read(file);
    }

    private static byte[] bytesOf(Session session) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SessionFormat.write(session, LIFE, bytes);
        return bytes.toByteArray();
    }

    private static byte[] withInt(int at, int value) throws IOException {
        byte[] bytes = bytesOf(SMALL);
        ByteBuffer.wrap(bytes).putInt(at, value);
        return bytes;
    }

    private static byte[] withByte(int at, int value) throws IOException {
        byte[] bytes = bytesOf(SMALL);
        bytes[at] = (byte) value;
        return bytes;
    }

    private static byte[] withFittingChecksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
        return bytes;
    }
}
