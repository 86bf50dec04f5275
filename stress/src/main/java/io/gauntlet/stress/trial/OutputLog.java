package io.gauntlet.stress.trial;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What a child printed, in a file that may be of any length and hold any bytes. */
record OutputLog(Path file) {

    private static final int TAIL_BYTES = 8_192;
    private static final int LAST_LINES = 3;
    private static final String FRAME = "\tat ";

    /** Returns the last lines in one, without the frames of stacks. */
    String lastLines() {
        List<String> lines = tail().lines()
                .filter(line -> !line.isBlank() && !line.startsWith(FRAME))
                .toList();
        return lines.isEmpty()
                ? "it printed nothing"
                : "last output: "
                        + String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                                .strip();
    }

    /** Returns the end of it. */
    String tail() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(TAIL_BYTES, log.length());
            byte[] tail = new byte[length];
            log.seek(log.length() - length);
            log.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(its output cannot be read: " + e.getMessage() + ")";
        }
    }
}
