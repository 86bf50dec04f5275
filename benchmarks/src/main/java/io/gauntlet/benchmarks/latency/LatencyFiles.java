package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyFork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of one measured JVM: a log of histograms for each load that was kept, then the result that names them. Each is
 * written beside its place and renamed, the result last: where it stands, all stand.
 */
final class LatencyFiles {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private LatencyFiles() {}

    /** Returns the name of the file that says what was measured of {@code cell}. */
    static String resultName(LatencyCell cell) {
        return stem(cell) + ".json";
    }

    /** Returns the name of the log of one load. */
    static String logName(LatencyCell cell, int loadPercent) {
        return stem(cell) + ".load" + loadPercent + ".hlog";
    }

    /** Returns the name of the file of a window of calls that no order explains. */
    static String windowName(LatencyCell cell) {
        return stem(cell) + ".history";
    }

    private static String stem(LatencyCell cell) {
        return "latency." + cell.subject() + "." + cell.callers() + "-" + cell.threads() + ".reads" + cell.readPercent()
                + ".sessions" + cell.sessions() + ".round" + cell.round();
    }

    /** @throws IOException if the folder or the file cannot be written; the message names it */
    static void write(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new IOException("cannot write " + file + ": " + failed, failed);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    static byte[] toJson(LatencyFork fork) {
        return MAPPER.writeValueAsBytes(fork);
    }

    /** @throws IOException if there is no such file, or it is not a whole result; the message names it */
    static LatencyFork read(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new IOException("there is no result " + file);
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), LatencyFork.class);
        } catch (JacksonException damaged) {
            throw new IOException("the result " + file + " is not whole: " + damaged.getOriginalMessage(), damaged);
        }
    }
}
