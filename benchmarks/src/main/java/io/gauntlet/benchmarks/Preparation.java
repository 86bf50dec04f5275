package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.fork.WarmedUp;
import io.gauntlet.benchmarks.warmup.CompilerPriority;
import io.gauntlet.benchmarks.warmup.CompilerWatch;
import io.gauntlet.benchmarks.warmup.JitCompiler;
import io.gauntlet.benchmarks.warmup.Time;
import io.gauntlet.benchmarks.warmup.WarmUp;
import io.gauntlet.benchmarks.warmup.WarmUpLimits;
import java.util.concurrent.TimeUnit;

/** What comes before counting, and what is known of the compiler then. */
final class Preparation {

    /** After a warm-up of JMH's own, whose loops are new to the compiler. */
    private static final long MOST_REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Time time;
    private final WarmUp warmUp;
    private final CompilerWatch compiler;
    private final Rehearsal rehearsal;
    private boolean idle = true;
    private long compiledMillis;

    Preparation(WarmUpLimits limits, JitCompiler compiler, Time time, int callers) {
        this.time = time;
        this.warmUp = new WarmUp(limits, compiler, time);
        this.compiler = new CompilerWatch(compiler, time);
        this.rehearsal = new Rehearsal(warmUp, callers);
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    /** Takes note that an iteration of JMH is over; after a warm-up everybody rests until the compiler is idle. */
    synchronized void ended(Phase phase) {
        if (phase.isWarmUp()) {
            idle = compiler.awaitIdle(time.nanos() + MOST_REST_NANOS);
            compiler.compiledMillis();
        } else if (phase == Phase.MEASURED) {
            compiledMillis += compiler.compiledMillis();
        }
    }

    /** Returns what is known, once everybody has come to the end. */
    synchronized WarmedUp warmedUp() {
        return new WarmedUp(
                TimeUnit.NANOSECONDS.toMillis(warmUp.lastedNanos()),
                compiledMillis,
                CompilerPriority.isInForce(),
                whyNotIdle());
    }

    private String whyNotIdle() {
        return warmUp.whyNotIdle().isEmpty() && !idle
                ? "something was still being compiled, or waited to be, when counting began"
                : warmUp.whyNotIdle();
    }
}
