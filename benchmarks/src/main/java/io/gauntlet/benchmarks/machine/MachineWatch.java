package io.gauntlet.benchmarks.machine;

import io.gauntlet.evidence.Sitting;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Watches the machine from its making on, for one sitting of a measurement. */
public final class MachineWatch {

    private final KernelFiles files;
    private final String startedAt =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final long begunNanos = System.nanoTime();
    private final @Nullable ProcessorTime before;
    private final @Nullable Double loadBefore;

    /** Begins to watch this machine. */
    public MachineWatch() {
        this(Path.of("/"));
    }

    MachineWatch(Path root) {
        files = new KernelFiles(root);
        before = processorTime();
        loadBefore = load();
    }

    /** Returns how long this watch has lasted. */
    public double seconds() {
        return (System.nanoTime() - begunNanos) / 1e9;
    }

    /**
     * Returns the sitting as it is by now.
     *
     * @param forks JVMs measured in it so far
     * @param collector the garbage collector of the measured JVMs
     * @param jvmArguments what the measured JVMs are given
     */
    public Sitting sitting(int forks, String collector, List<String> jvmArguments) {
        return new Sitting(
                startedAt,
                seconds(),
                forks,
                orNull(new CgroupQuota(files).cores()),
                files.firstLine("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
                        .orElse(null),
                stealPercent(),
                loadBefore,
                load(),
                collector,
                jvmArguments);
    }

    private @Nullable Double stealPercent() {
        ProcessorTime now = processorTime();
        return before == null || now == null ? null : orNull(now.stealPercentSince(before));
    }

    private @Nullable ProcessorTime processorTime() {
        return ProcessorTime.parse(files.lines("proc/stat"));
    }

    /** Returns the mean number of runnable processes in the last minute. */
    private @Nullable Double load() {
        try {
            return files.firstLine("proc/loadavg")
                    .map(line -> Double.valueOf(line.split(" ", 2)[0]))
                    .filter(load -> load >= 0 && Double.isFinite(load))
                    .orElse(null);
        } catch (NumberFormatException unknownFormat) {
            return null;
        }
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
