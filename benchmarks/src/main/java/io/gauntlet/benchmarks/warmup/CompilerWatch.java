package io.gauntlet.benchmarks.warmup;

import java.util.concurrent.TimeUnit;

/** Looks at a compiler while nobody plays. For one thread at a time. */
public final class CompilerWatch {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final JitCompiler compiler;
    private final Time time;
    private long spentMillis;

    public CompilerWatch(JitCompiler compiler, Time time) {
        this.compiler = compiler;
        this.time = time;
        this.spentMillis = compiler.spentMillis();
    }

    /** Returns whether the compiler has nothing to do now. */
    boolean isIdle() {
        return compiler.isIdle();
    }

    /** Waits until the compiler has nothing to do, or that time; returns which of them it was. */
    public boolean awaitIdle(long deadlineNanos) {
        boolean idle = compiler.isIdle();
        while (!idle && time.nanos() < deadlineNanos) {
            time.pass(LOOK_NANOS);
            idle = compiler.isIdle();
        }
        return idle;
    }

    /** Returns for how many milliseconds was compiled since the last call, or else since this watch began. */
    public long compiledMillis() {
        long before = spentMillis;
        spentMillis = compiler.spentMillis();
        return spentMillis - before;
    }

    /** Returns whether anything was ever compiled in this JVM. */
    boolean everCompiled() {
        return compiler.spentMillis() > 0;
    }
}
