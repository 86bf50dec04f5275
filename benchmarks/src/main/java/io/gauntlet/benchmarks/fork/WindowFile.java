package io.gauntlet.benchmarks.fork;

import io.gauntlet.evidence.Regime;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The file in which a fork keeps a window of calls that no order explains. A parent that names it asks the fork to record its
 * callers.
 */
public final class WindowFile {

    private static final String PROPERTY = "gauntlet.fork.window";

    private WindowFile() {}

    /** Returns the file that the parent of this JVM asks for; empty where it does not want its callers recorded. */
    public static Optional<Path> asked() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    /** Returns the argument by which a JVM is asked for {@code file}. */
    static String argument(Path file) {
        return "-D" + PROPERTY + "=" + file.toAbsolutePath();
    }

    static String name(ThroughputCell cell) {
        Regime regime = cell.regime();
        return "throughput." + cell.subject() + "."
                + regime.threads().name().toLowerCase(Locale.ROOT) + regime.callers() + "-writers"
                + regime.dedicatedWriters() + "-reads" + regime.readPercent() + "-sessions" + regime.sessions()
                + ".round" + cell.round() + ".history";
    }
}
