package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.ForkResult;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.evidence.Sitting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which a run keeps what it has measured, so that no kill, crash or full disk takes more than the fork that
 * was under way.
 *
 * <pre>
 *   run.json            what was asked for, of which classes, where
 *   forks/              one file for each finished fork, the histograms of latency, and windows of calls that no order explains
 *   sittings/1.json     how the machine was while this run was started, or resumed
 *   jmh-result.json     the same numbers as JMH would have written them
 *   jmh.log             what JMH printed
 * </pre>
 *
 * <p>A file is written beside its place and renamed. The lock on {@code run.json} keeps a second run out.
 */
final class ResultsFolder implements AutoCloseable {

    static final String RUN_FILE = "run.json";
    static final String JMH_RESULT_FILE = "jmh-result.json";
    static final String LOG_FILE = "jmh.log";

    private static final String FORKS = "forks";
    private static final String SITTINGS = "sittings";
    private static final String PART = ".part";
    private static final Pattern OWN_FILE = Pattern.compile(
            "run[.]json|jmh-result[.]json|jmh[.]log|(forks|sittings)/[^/]+[.](json|hlog|history)|(.*/)?[^/]+[.]part");

    private final Path folder;
    private final RunRecord run;
    private final FileChannel lock;
    private final FileWriter writer;
    private final List<ForkResult> earlier;
    private final List<Sitting> earlierSittings;

    private ResultsFolder(Path folder, RunRecord run, FileChannel lock, FileWriter writer) {
        this.folder = folder;
        this.run = run;
        this.lock = lock;
        this.writer = writer;
        this.earlier = readForks(folder, run.plan());
        this.earlierSittings = readSittings();
    }

    /** Puts text into a file that is not there yet. */
    @FunctionalInterface
    interface FileWriter {
        void write(Path file, String text) throws IOException;
    }

    /**
     * Opens the folder for a run.
     *
     * @throws ResultsException if what it holds forbids that; nothing is changed
     * @throws UncheckedIOException if it cannot be read or written
     */
    static ResultsFolder open(Path folder, RunRecord asked, Existing existing) {
        return open(folder, asked, existing, Files::writeString);
    }

    static ResultsFolder open(Path folder, RunRecord asked, Existing existing, FileWriter writer) {
        try {
            boolean used = isUsed(folder);
            if (existing == Existing.RESUME) {
                return resume(folder, asked, used, writer);
            }
            if (used) {
                makeRoom(folder, existing);
            }
            Files.createDirectories(folder.resolve(FORKS));
            Files.createDirectories(folder.resolve(SITTINGS));
            write(writer, folder.resolve(RUN_FILE), ResultsJson.write(asked));
            return new ResultsFolder(folder, asked, lock(folder), writer);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the results folder " + folder + ": " + e, e);
        }
    }

    private static ResultsFolder resume(Path folder, RunRecord asked, boolean used, FileWriter writer)
            throws IOException {
        if (!used) {
            throw new ResultsException(folder, "holds no run that could go on: leave out --resume to start one");
        }
        FileChannel lock = lock(folder);
        try {
            RunRecord recorded = readRun(folder);
            Optional<String> difference = recorded.differenceFrom(asked);
            if (difference.isPresent()) {
                throw new ResultsException(
                        folder.resolve(RUN_FILE),
                        "belongs to another run: its " + difference.get()
                                + ". Nothing was changed. Ask for the same again, or measure into another --results"
                                + " folder, or give up what was measured with --discard");
            }
            return new ResultsFolder(folder, recorded, lock, writer);
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private static boolean isUsed(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isEmpty()) {
                return false;
            }
        }
        if (!Files.exists(folder.resolve(RUN_FILE))) {
            throw new ResultsException(
                    folder,
                    "holds files but no " + RUN_FILE + ", so they are not results: give another --results folder");
        }
        return true;
    }

    private static void makeRoom(Path folder, Existing existing) throws IOException {
        FileChannel lock = lock(folder);
        try {
            if (existing == Existing.DISCARD) {
                deleteOwnFiles(folder);
            } else {
                moveAside(folder, readRun(folder));
            }
        } finally {
            lock.close();
        }
    }

    private static void moveAside(Path folder, RunRecord complete) throws IOException {
        long missing = complete.plan().stream()
                .filter(file -> !Files.exists(folder.resolve(FORKS).resolve(file)))
                .count();
        if (missing > 0) {
            throw new ResultsException(
                    folder,
                    "holds a run with budget " + complete.budget() + " in which " + missing + " of "
                            + complete.plan().size() + " forks are still missing: go on with --resume, or give them up"
                            + " with --discard");
        }
        String startedAt = complete.provenance().startedAt().replace(':', '-');
        Files.move(folder, folder.resolveSibling(folder.getFileName() + "-" + startedAt));
    }

    private static void deleteOwnFiles(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> OWN_FILE.matcher(
                                    folder.relativize(file).toString().replace('\\', '/'))
                            .matches())
                    .toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(RUN_FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisJvm) {
            // Refused below, like one that another JVM holds.
        }
        channel.close();
        throw new ResultsException(file, "is in use by another run: wait for it, or give another --results folder");
    }

    private static RunRecord readRun(Path folder) {
        Path file = folder.resolve(RUN_FILE);
        try {
            RunRecord run = ResultsJson.read(read(file), RunRecord.class);
            if (!run.schema().equals(RunRecord.SCHEMA)) {
                throw new IllegalArgumentException(
                        "has schema \"" + run.schema() + "\", expected \"" + RunRecord.SCHEMA + "\"");
            }
            return run;
        } catch (IllegalArgumentException damaged) {
            throw new ResultsException(
                    file,
                    damaged.getMessage() + ". Start anew with --discard, or give another --results folder",
                    damaged);
        }
    }

    private static List<ForkResult> readForks(Path folder, List<String> plan) {
        List<ForkResult> results = new ArrayList<>();
        for (String name : plan) {
            Path file = folder.resolve(FORKS).resolve(name);
            if (Files.exists(file)) {
                results.add(readFork(file));
            }
        }
        return results;
    }

    private static ForkResult readFork(Path file) {
        try {
            ForkResult result = ResultsJson.readFork(read(file));
            String expected = Texts.fileName(result.cell());
            if (!file.getFileName().toString().equals(expected)) {
                throw new IllegalArgumentException("holds what belongs into " + expected);
            }
            if (result instanceof LatencyFork latency) {
                requireHistograms(file, latency);
            }
            return result;
        } catch (IllegalArgumentException damaged) {
            throw new ResultsException(
                    file,
                    damaged.getMessage() + ". Delete this file and resume: its fork is then measured again, the others"
                            + " are kept",
                    damaged);
        }
    }

    private static void requireHistograms(Path file, LatencyFork latency) {
        for (LatencyFork.Load load : latency.loads()) {
            if (!load.histograms().isEmpty() && !Files.exists(file.resolveSibling(load.histograms()))) {
                throw new IllegalArgumentException("names the histograms " + load.histograms() + ", which are missing");
            }
        }
    }

    private List<Sitting> readSittings() {
        List<Sitting> sittings = new ArrayList<>();
        Path file = sittingFile(1);
        while (Files.exists(file)) {
            try {
                sittings.add(ResultsJson.read(read(file), Sitting.class));
            } catch (IllegalArgumentException damaged) {
                throw new ResultsException(
                        file, damaged.getMessage() + ". Nothing else tells of this sitting: start anew", damaged);
            }
            file = sittingFile(sittings.size() + 1);
        }
        return sittings;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("does not exist", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read: " + e, e);
        }
    }

    RunRecord run() {
        return run;
    }

    /** Returns what earlier sittings measured, in the order of the plan. */
    List<ForkResult> earlier() {
        return List.copyOf(earlier);
    }

    List<Sitting> earlierSittings() {
        return List.copyOf(earlierSittings);
    }

    boolean holds(Cell cell) {
        return Files.exists(forks().resolve(Texts.fileName(cell)));
    }

    /**
     * Keeps what was measured.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void keep(ForkResult result) {
        write(writer, forks().resolve(Texts.fileName(result.cell())), ResultsJson.write(result));
    }

    /** Keeps how the machine is in this sitting, over what was kept of the same one before. */
    void keep(Sitting sitting) {
        write(writer, sittingFile(earlierSittings.size() + 1), ResultsJson.write(sitting));
    }

    /** Writes another file of this folder. */
    void keep(String name, String text) {
        write(writer, folder.resolve(name), text);
    }

    Path forks() {
        return folder.resolve(FORKS);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private Path sittingFile(int number) {
        return folder.resolve(SITTINGS).resolve(number + ".json");
    }

    private static void write(FileWriter writer, Path file, String text) {
        Path beside = file.resolveSibling(file.getFileName() + PART);
        try {
            try {
                writer.write(beside, text);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unlock " + folder, e);
        }
    }
}
