package io.gauntlet.benchmarks.machine;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What all processors together did since the machine started, in the kernel's ticks.
 *
 * @param steal ticks in which the hypervisor ran others
 * @see <a href="https://docs.kernel.org/filesystems/proc.html">The first line of /proc/stat</a>
 */
record ProcessorTime(long total, long steal) {

    /** User, nice, system, idle, iowait, irq, softirq, steal; the two guest times after them are in user and nice already. */
    private static final int COLUMNS = 8;

    /** Returns what the lines of {@code /proc/stat} say; null if they do not. */
    static @Nullable ProcessorTime parse(List<String> lines) {
        for (String line : lines) {
            String[] columns = line.split("\\s+");
            if (columns[0].equals("cpu") && columns.length > COLUMNS) {
                try {
                    long[] ticks = Arrays.stream(columns, 1, COLUMNS + 1)
                            .mapToLong(Long::parseLong)
                            .toArray();
                    return new ProcessorTime(Arrays.stream(ticks).sum(), ticks[COLUMNS - 1]);
                } catch (NumberFormatException unknownFormat) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Returns the share of steal since {@code earlier}, 0 to 100; empty where no tick has passed. */
    OptionalDouble stealPercentSince(ProcessorTime earlier) {
        long passed = total - earlier.total;
        // Some hypervisors have been seen to turn the counter back.
        return passed <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, Math.min(100, 100.0 * (steal - earlier.steal) / passed)));
    }
}
