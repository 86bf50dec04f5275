package io.gauntlet.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The evidence folder of a module: one file a check, one the museum, one a measurement. A file is written beside its place and renamed, so
 * that a reader finds a whole file or none.
 */
public final class EvidenceFiles {

    /** The name of the file that holds a measurement. */
    public static final String MEASUREMENT_FILE = "measurement.json";

    /** The name of the file that holds what became of the museum's exhibits. */
    public static final String MUSEUM_FILE = "museum.json";

    private static final String CHECK_PREFIX = "check.";
    private static final String SUFFIX = ".json";
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int MOST_SUBJECT_CHARACTERS = 150;

    private EvidenceFiles() {}

    /** Returns the name of the file that holds what {@code checker} says of {@code subject}. */
    public static String checkFileName(Checker checker, String subject) {
        String safe = URLEncoder.encode(subject, StandardCharsets.UTF_8)
                .replace(".", "%2E")
                .replace("*", "%2A");
        if (safe.length() > MOST_SUBJECT_CHARACTERS) {
            throw new IllegalArgumentException("subject \"" + subject + "\" is too long for a file name: shorten it to "
                    + MOST_SUBJECT_CHARACTERS + " characters");
        }
        return CHECK_PREFIX + checker + "." + safe + SUFFIX;
    }

    /**
     * Writes a check, over an older one of the same checker and subject.
     *
     * @return the file written
     * @throws IllegalArgumentException if the schema does not allow it; nothing is written
     * @throws UncheckedIOException if the file cannot be written
     */
    public static Path write(Path evidenceFolder, CheckEvidence evidence) {
        String json = EvidenceJson.CHECK.write(evidence);
        return put(evidenceFolder, checkFileName(evidence.checker(), evidence.subject()), json);
    }

    /**
     * Writes a measurement, over an older one.
     *
     * @return the file written
     * @throws IllegalArgumentException if the schema does not allow it; nothing is written
     * @throws UncheckedIOException if the file cannot be written
     */
    public static Path write(Path evidenceFolder, MeasurementEvidence evidence) {
        return put(evidenceFolder, MEASUREMENT_FILE, EvidenceJson.MEASUREMENT.write(evidence));
    }

    /**
     * Writes what became of the museum's exhibits, over an older file.
     *
     * @return the file written
     * @throws IllegalArgumentException if the schema does not allow it; nothing is written
     * @throws UncheckedIOException if the file cannot be written
     */
    public static Path write(Path evidenceFolder, MuseumEvidence evidence) {
        return put(evidenceFolder, MUSEUM_FILE, EvidenceJson.MUSEUM.write(evidence));
    }

    /**
     * Reads a check.
     *
     * @throws EvidenceException if the file is missing, damaged, of another version, or speaks of another check than its name
     */
    public static CheckEvidence readCheck(Path file) {
        CheckEvidence evidence = read(file, EvidenceJson.CHECK);
        String expected = checkFileName(evidence.checker(), evidence.subject());
        if (!file.getFileName().toString().equals(expected)) {
            throw new EvidenceException(
                    file,
                    "speaks of " + evidence.checker() + " on \"" + evidence.subject() + "\", which belongs into "
                            + expected);
        }
        return evidence;
    }

    /**
     * Reads a measurement.
     *
     * @throws EvidenceException if the file is missing, damaged or of another version
     */
    public static MeasurementEvidence readMeasurement(Path file) {
        return read(file, EvidenceJson.MEASUREMENT);
    }

    /**
     * Reads what became of the museum's exhibits.
     *
     * @throws EvidenceException if the file is missing, damaged or of another version
     */
    public static MuseumEvidence readMuseum(Path file) {
        return read(file, EvidenceJson.MUSEUM);
    }

    /**
     * Reads all evidence in a folder, sorted by file name. A file that says nothing is in the list with its reason; so is the
     * folder itself if it is missing. Files that do not end in {@code .json} are no evidence.
     */
    public static List<EvidenceFile> readFolder(Path evidenceFolder) {
        List<Path> files;
        try (Stream<Path> listing = Files.list(evidenceFolder)) {
            files = listing.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of(new EvidenceFile.Unreadable(evidenceFolder, "the evidence folder does not exist"));
        } catch (IOException e) {
            return List.of(new EvidenceFile.Unreadable(evidenceFolder, "the evidence folder cannot be listed: " + e));
        }
        List<EvidenceFile> evidence = new ArrayList<>();
        for (Path file : files) {
            evidence.add(readAny(file));
        }
        return List.copyOf(evidence);
    }

    private static EvidenceFile readAny(Path file) {
        String name = file.getFileName().toString();
        try {
            if (name.equals(MEASUREMENT_FILE)) {
                return new EvidenceFile.Measurement(file, readMeasurement(file));
            }
            if (name.equals(MUSEUM_FILE)) {
                return new EvidenceFile.Museum(file, readMuseum(file));
            }
            if (name.startsWith(CHECK_PREFIX)) {
                return new EvidenceFile.Check(file, readCheck(file));
            }
            return new EvidenceFile.Unreadable(
                    file,
                    "is neither " + MEASUREMENT_FILE + " nor " + MUSEUM_FILE + " nor " + CHECK_PREFIX
                            + "<CHECKER>.<subject>" + SUFFIX);
        } catch (EvidenceException e) {
            return new EvidenceFile.Unreadable(file, e.reason());
        }
    }

    private static <E> E read(Path file, EvidenceJson<E> json) {
        String text;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new EvidenceException(file, "is larger than " + MOST_BYTES + " bytes");
            }
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new EvidenceException(file, "does not exist", e);
        } catch (CharacterCodingException e) {
            throw new EvidenceException(file, "is not UTF-8 text", e);
        } catch (IOException e) {
            throw new EvidenceException(file, "cannot be read: " + e, e);
        }
        try {
            return json.read(text);
        } catch (IllegalArgumentException e) {
            throw new EvidenceException(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static Path put(Path folder, String name, String json) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, name, ".part");
            try {
                Files.writeString(beside, json);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the evidence " + file, e);
        }
        return file;
    }
}
