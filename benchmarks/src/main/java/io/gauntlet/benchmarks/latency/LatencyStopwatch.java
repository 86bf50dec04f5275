package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.fork.ForkJvm;
import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.fork.LatencyTiming;
import io.gauntlet.benchmarks.fork.MeasurementException;
import io.gauntlet.benchmarks.fork.Stopwatch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Starts a JVM for each cell, with {@link LatencyMain} in it, and reads what it leaves: the histograms stay in the folder as
 * {@code .hlog} files, named by what is returned. No JVM outlives the call, nor this JVM if that ends in an orderly way.
 */
public final class LatencyStopwatch implements Stopwatch<LatencyCell, LatencyFork> {

    private static final int STARTING_MILLIS = 1_000;

    private final LatencyTiming timing;
    private final long seed;
    private final Path folder;
    private final long boundMillis;
    private final PrintStream log;
    private final String mainClass;

    /**
     * Makes a stopwatch.
     *
     * @param seed of schedules and tapes
     * @param folder where the files of measured JVMs go; made if it is missing
     * @param boundMillis after which a JVM is stopped; give several times {@link #expectedMillis}
     * @param log gets what the JVMs print
     */
    public LatencyStopwatch(LatencyTiming timing, long seed, Path folder, long boundMillis, PrintStream log) {
        this(timing, seed, folder, boundMillis, log, LatencyMain.class.getName());
    }

    LatencyStopwatch(
            LatencyTiming timing, long seed, Path folder, long boundMillis, PrintStream log, String mainClass) {
        this.timing = timing;
        this.seed = seed;
        this.folder = folder;
        this.boundMillis = boundMillis;
        this.log = log;
        this.mainClass = mainClass;
    }

    /** Returns about how long one JVM takes, start and end included, if it keeps every load. */
    public static long expectedMillis(LatencyTiming timing) {
        long windows = 1 + 2L * timing.loadPercents().size();
        return STARTING_MILLIS
                + timing.warmUpMillis()
                + timing.capacityMillis()
                + 2L * timing.loadPercents().size() * (timing.loadMillis() + Window.leadInNanos(timing.loadMillis()))
                + windows * 2 * Callers.GATHERING_MILLIS;
    }

    @Override
    public LatencyFork measure(LatencyCell cell) {
        LatencyRequest request = new LatencyRequest(cell, timing, seed, folder.toAbsolutePath());
        Path result = folder.resolve(LatencyFiles.resultName(cell));
        log.println("# " + describe(cell));
        try {
            Files.createDirectories(folder);
            // What an earlier JVM left must not be taken for this one's.
            Files.deleteIfExists(result);
            new ForkProcess(command(request), boundMillis, log).run();
            LatencyFork fork = LatencyFiles.read(result);
            if (!fork.cell().equals(cell)) {
                throw new IOException("the result " + result + " is of " + describe(fork.cell()));
            }
            Files.delete(result);
            return fork;
        } catch (IOException failed) {
            throw new MeasurementException(describe(cell) + " failed: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MeasurementException(describe(cell) + " was interrupted, its JVM stopped", stopped);
        }
    }

    private List<String> command(LatencyRequest request) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ForkJvm.ARGUMENTS);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(request.arguments());
        return command;
    }

    private static String describe(LatencyCell cell) {
        return String.format(
                Locale.ROOT,
                "latency of %s with %d callers on %s threads at %d %% reads of %d sessions, round %d",
                cell.subject(),
                cell.callers(),
                cell.threads().name().toLowerCase(Locale.ROOT),
                cell.readPercent(),
                cell.sessions(),
                cell.round());
    }
}
