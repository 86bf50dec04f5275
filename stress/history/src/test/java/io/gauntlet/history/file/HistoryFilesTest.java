package io.gauntlet.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionOutput;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HistoryFilesTest {

    /** Strings, changes, outputs, sessions, operations, outcomes. */
    private static final int SECTIONS = 6;

    private static final long SEED = Long.getLong("gauntlet.seed", 20261124L);
    private static final int HEADER_BYTES = 20;
    private static final Limits LIMITS = new Limits(4, 4, 40);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("run.history");
    }

    private byte[] written(List<History> windows) throws IOException {
        HistoryFiles.write(file(), windows);
        return Files.readAllBytes(file());
    }

    private List<History> read(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
        return HistoryFiles.read(file());
    }

    @Test
    void read_whatWasWritten_isEqual() throws IOException {
        for (long seed : LongStream.range(SEED, SEED + 20).toArray()) {
            List<History> windows = SampleHistories.windows(seed, 3, 5, 40);
            HistoryFiles.write(file(), windows);
            assertThat(HistoryFiles.read(file())).as("seed %d", seed).isEqualTo(windows);
        }
    }

    @Test
    void read_noWindows_isEqual() throws IOException {
        assertThat(read(written(List.of()))).isEmpty();
    }

    @Test
    void read_whatOnlyABrokenCoordinatorAnswers_isEqual() throws IOException {
        Session overfull = Session.created("\ud800", "name", 1, Instant.MAX, Long.MIN_VALUE)
                .withOutput(SessionOutput.EMPTY.append("x".repeat(100), 1000), -1);
        History odd = new History(
                new StartState(List.of(), null, List.of(new StateChange.Error("", "\u20ac")), 3, 7, Long.MAX_VALUE),
                LIMITS,
                List.of(
                        new Call(
                                3,
                                new Operation.ListSessions(),
                                new Outcome.Answered(Arrays.asList(overfull, null)),
                                Long.MIN_VALUE,
                                Long.MAX_VALUE - 1),
                        Call.pending(
                                9, new Operation.PostStateChange(new StateChange.NeedsInput("a")), Long.MAX_VALUE - 5),
                        new Call(1, new Operation.GetSession("\udc00"), new Outcome.Answered(null), 0, 0),
                        new Call(
                                1,
                                new Operation.CloseSession("b"),
                                new Outcome.Refused(CoordinatorException.SaveFailed.class, "why"),
                                0,
                                9),
                        Call.pending(1, new Operation.Snapshot(), 9)));
        assertThat(read(written(List.of(odd)))).containsExactly(odd);
    }

    @Test
    void write_chainOfOutputs_isShorterThanItsParts() throws IOException {
        Limits wide = new Limits(4, 4, 1_000_000);
        Session session = Session.created("a", "name", 1, Instant.EPOCH, 1);
        Call[] calls = new Call[1000];
        for (int call = 0; call < calls.length; call++) {
            String line = "line " + call;
            session = session.withOutput(session.output().append(line, wide.maxOutputBytes()), call + 2);
            calls[call] = new Call(
                    call % 7, new Operation.AppendOutput("a", line), new Outcome.Answered(session), call, call);
        }
        History history = new History(StartState.EMPTY, wide, List.of(calls));

        assertThat(written(List.of(history))).hasSizeLessThan(40_000);
        assertThat(HistoryFiles.read(file())).containsExactly(history);
    }

    @Test
    void write_recordedWindow_takesFewBytesACall() throws IOException {
        int calls = 3 * 128 * 8;
        assertThat(written(SampleHistories.windows(SEED, 3, 128, 8))).hasSizeLessThan(calls * 32);
    }

    @Test
    void write_existingFile_isReplacedAndNothingElseRemains() throws IOException {
        Files.writeString(file(), "old");
        HistoryFiles.write(file(), List.of());
        assertThat(HistoryFiles.read(file())).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void write_answerOfNoOperation_isRefusedAndLeavesTheOldFile() throws IOException {
        Files.writeString(file(), "old");
        History odd = new History(
                StartState.EMPTY,
                LIMITS,
                List.of(new Call(0, new Operation.Snapshot(), new Outcome.Answered(1.5), 0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryFiles.write(file(), List.of(odd)))
                .withMessageContaining("answers 1.5, of class java.lang.Double");
        assertThat(file()).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void read_missingFile_saysSo() {
        assertThatThrownBy(() -> HistoryFiles.read(file())).isInstanceOf(NoSuchFileException.class);
    }

    /** A checksum finds every change of one byte: each bit of the framing is tried, and some bits of every other byte. */
    @Test
    void read_anyByteChanged_isRefusedWithFileAndOffset() throws IOException {
        byte[] bytes = written(SampleHistories.windows(SEED, 2, 2, 4));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int offset = 0; offset < bytes.length; offset++) {
            boolean framing = offset < HEADER_BYTES + Integer.BYTES;
            for (int change = 0; change < (framing ? Byte.SIZE : 1); change++) {
                byte[] changed = bytes.clone();
                changed[offset] ^= (byte) (framing ? 1 << change : 1 + random.nextInt(255));
                assertRefused(changed, "byte " + offset + " changed to " + changed[offset]);
            }
        }
    }

    @Test
    void read_cutShortAnywhere_isRefusedWithFileAndOffset() throws IOException {
        byte[] bytes = written(SampleHistories.windows(SEED, 2, 2, 4));
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), "cut to " + length);
        }
    }

    private void assertRefused(byte[] bytes, String how) throws IOException {
        Files.write(file(), bytes);
        assertThatThrownBy(() -> HistoryFiles.read(file()))
                .as("seed %d, %s", SEED, how)
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContainingAll(file().toString(), "expected ", "at byte ", "found ")
                .satisfies(refused ->
                        assertThat(((HistoryFileException) refused).offset()).isBetween(0L, (long) bytes.length));
    }

    @Test
    void read_bytesAfterTheEnd_areRefused() throws IOException {
        byte[] bytes = written(SampleHistories.windows(SEED, 1, 1, 4));
        assertRefused(Arrays.copyOf(bytes, bytes.length + 1), "one byte more");
    }

    @Test
    void read_windowsInAnotherOrder_areRefused() throws IOException {
        byte[] bytes = written(SampleHistories.windows(SEED, 2, 1, 4));
        int first = 8 + ByteBuffer.wrap(bytes).getInt(HEADER_BYTES);
        ByteBuffer swapped = ByteBuffer.allocate(bytes.length);
        swapped.put(bytes, 0, HEADER_BYTES)
                .put(bytes, HEADER_BYTES + first, bytes.length - HEADER_BYTES - first)
                .put(bytes, HEADER_BYTES, first);
        assertRefused(swapped.array(), "swapped");
    }

    @Test
    void read_anotherVersion_saysWhichIsKnown() throws IOException {
        byte[] bytes = written(List.of());
        ByteBuffer.wrap(bytes).putInt(8, 2);
        assertThatThrownBy(() -> read(bytes))
                .hasMessage("history file " + file()
                        + " cannot be read: at byte 8 expected version 1 of the format, found version 2");
    }

    @Test
    void read_whatIsNoHistory_saysWhatIsExpected() {
        assertThatThrownBy(() -> read("{\"json\": \"of another kind\"}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("at byte 0 expected 89474849530D0A1A, the magic number of a history file");
    }

    /** Changed content under a right checksum: a history, or an error of the right kind, soon and in little memory. */
    @Test
    void read_contentForgedUnderARightChecksum_isAHistoryOrRefused() throws IOException {
        byte[] content =
                WindowEncoder.encode(SampleHistories.windows(SEED, 1, 3, 20).get(0));
        SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        int forgeries = 20_000;
        for (int forgery = 0; forgery < forgeries; forgery++) {
            byte[] forged = content.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(forged.length);
                forged[at] = random.nextInt(4) == 0 ? (byte) 0xFF : (byte) random.nextInt(256);
            }
            try {
                WindowDecoder.decode(file(), HEADER_BYTES, forged);
            } catch (HistoryFileException expected) {
                refused++;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError wrong) {
                throw new AssertionError("seed " + SEED + ", forgery " + forgery, wrong);
            }
        }
        assertThat(refused).isBetween(forgeries / 10, forgeries - 1);
    }

    @Test
    void read_countThatTheFileCannotHold_isRefusedBeforeAnythingIsAllocated() throws IOException {
        for (String section : List.of("strings", "windows", "length")) {
            byte[] content = {4, 4, 40, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};
            ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + 8 + content.length);
            bytes.putLong(0x89474849530D0A1AL).putInt(1).putInt(section.equals("windows") ? Integer.MAX_VALUE : 1);
            bytes.putInt(checksum(bytes.array(), 16));
            bytes.putInt(section.equals("length") ? Integer.MAX_VALUE : content.length)
                    .put(content);
            byte[] checked = ByteBuffer.allocate(8 + content.length)
                    .putInt(0)
                    .putInt(content.length)
                    .put(content)
                    .array();
            bytes.putInt(checksum(checked, checked.length));
            assertThatThrownBy(() -> read(bytes.array()))
                    .isInstanceOf(HistoryFileException.class)
                    .hasMessageContaining("2147483647");
        }
    }

    /** A few bytes that name a long chunk again and again. */
    @Test
    void read_outputOfTooManyCodeUnits_isRefused() {
        int length = 40_000;
        ByteSink content = new ByteSink().unsigned(4).unsigned(4).unsigned(40);
        content.unsigned(1).unsigned(length);
        IntStream.range(0, length).forEach(unit -> content.unsigned('x'));
        content.unsigned(0).unsigned(1).unsigned(0).unsigned(length);
        IntStream.range(0, length).forEach(chunk -> content.unsigned(0));
        content.unsigned(0).unsigned(0).unsigned(0);
        assertThatThrownBy(() -> WindowDecoder.decode(file(), 0, content.toBytes()))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("1600000000 of them");
    }

    /** Only what a coordinator answers may be null, not what a window begins with. */
    @Test
    void read_beginningWithASessionThatIsNone_isRefused() {
        ByteSink content = new ByteSink().unsigned(4).unsigned(4).unsigned(40);
        IntStream.range(0, SECTIONS).forEach(section -> content.unsigned(0));
        content.unsigned(1).unsigned(0);
        assertThatThrownBy(() -> WindowDecoder.decode(file(), 0, content.toBytes()))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("expected an open session, found none");
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
