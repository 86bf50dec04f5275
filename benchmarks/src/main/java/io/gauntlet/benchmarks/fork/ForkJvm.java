package io.gauntlet.benchmarks.fork;

import java.util.List;

/** The JVM that every measurement runs in: named here, so that no default of a machine decides it. */
public final class ForkJvm {

    /** The collector's name, for people. */
    public static final String COLLECTOR = "G1";

    /** What every measured JVM is given. */
    public static final List<String> ARGUMENTS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC");

    private ForkJvm() {}
}
