package io.gauntlet.benchmarks.warmup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the compiler's threads go before others. A JVM is asked for that by {@link #ARGUMENTS}, and where it has not the right
 * says nothing of it: the kernel is asked. An idle compiler takes nothing from anybody.
 */
public final class CompilerPriority {

    /** The second is a nice value. */
    public static final List<String> ARGUMENTS =
            List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=-15");

    private static final Path TASKS = Path.of("/proc/self/task");

    /** As far as the kernel keeps the name of a thread. */
    private static final String NAME = "C[12] CompilerThre.*";

    /** Counted from the state, which comes after the name. */
    private static final int NICE = 16;

    private CompilerPriority() {}

    /** Returns whether a compiler thread of this JVM goes before others; false where that cannot be read. */
    public static boolean isInForce() {
        return isInForce(TASKS);
    }

    static boolean isInForce(Path tasks) {
        if (!Files.isDirectory(tasks)) {
            return false;
        }
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.anyMatch(CompilerPriority::goesFirst);
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    private static boolean goesFirst(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"), StandardCharsets.UTF_8);
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return name.matches(NAME) && Integer.parseInt(rest[NICE]) < 0;
        } catch (IOException ended) {
            return false;
        }
    }
}
