package io.gauntlet.benchmarks.fork;

import io.gauntlet.benchmarks.warmup.CompilerPriority;
import java.util.List;
import java.util.stream.Stream;

/** The JVM that every measurement runs in: named here, so that no default of a machine decides it. */
public final class ForkJvm {

    /** The collector's name, for people. */
    public static final String COLLECTOR = "G1";

    /** What every measured JVM is given. */
    public static final List<String> ARGUMENTS = Stream.concat(
                    Stream.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC"), CompilerPriority.ARGUMENTS.stream())
            .toList();

    private ForkJvm() {}
}
