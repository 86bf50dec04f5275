package io.gauntlet.evidence;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** What this machine and this JVM say of themselves. */
final class Machine {

    private static final long BYTES_PER_MIB = 1024 * 1024;

    private Machine() {}

    /** Returns processor model and operating system. */
    static String describe() {
        return processor(Path.of("/proc/cpuinfo"), System.getProperty("os.arch")) + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.version");
    }

    /** Returns the first model name that the kernel lists, or {@code fallback} where it lists none. */
    static String processor(Path cpuinfo, String fallback) {
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name") || line.startsWith("Model"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .filter(model -> !model.isEmpty())
                    .findFirst()
                    .orElse(fallback);
        } catch (IOException | java.io.UncheckedIOException e) {
            return fallback;
        }
    }

    static long memoryMiB() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() / BYTES_PER_MIB
                : 0;
    }

    static String jdk() {
        return Runtime.version() + " (" + System.getProperty("java.vm.vendor") + ", "
                + System.getProperty("java.vm.name") + ")";
    }

    static String startedAt() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
