package io.gauntlet.benchmarks.warmup;

/** The compiler of a JVM, as far as it can be watched. */
public interface JitCompiler {

    /** Returns how long it has compiled since the JVM began, in milliseconds; this grows when a compilation ends. */
    long spentMillis();

    /** Returns whether nothing is being compiled and nothing waits to be; true where that cannot be read. */
    boolean isIdle();
}
