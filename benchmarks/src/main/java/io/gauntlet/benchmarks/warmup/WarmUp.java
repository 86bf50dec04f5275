package io.gauntlet.benchmarks.warmup;

import java.util.Locale;

/**
 * Warming up until the compiler is idle, not for a time. First a few callers play, in bursts, until some bursts in a row have
 * passed in which hardly anything was compiled and after which nothing waited to be; then all callers, until that is true of
 * them. After each burst everybody rests until the compiler has done what the burst asked of it: beside many callers who run
 * it would hardly get a processor.
 *
 * <p>For one thread at a time.
 */
public final class WarmUp {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Who plays. */
    public enum Who {
        /** A few callers, whose code is compiled sooner: many leave the compiler no processor. */
        FEW,
        /** Now contended paths are taken. */
        ALL,
        /** It is over. */
        NOBODY
    }

    private final WarmUpLimits limits;
    private final CompilerWatch compiler;
    private final Time time;
    private final long begunNanos;
    private Who next = Who.FEW;
    private int quietInARow;
    private long lastedNanos;
    private String whyNotIdle = "";

    /** Begins. */
    public WarmUp(WarmUpLimits limits, JitCompiler compiler, Time time) {
        this.limits = limits;
        this.compiler = new CompilerWatch(compiler, time);
        this.time = time;
        this.begunNanos = time.nanos();
    }

    /** Returns who plays the next burst. */
    public Who next() {
        return next;
    }

    /** Lasts as long as a burst. */
    public void burst() {
        time.pass(limits.burstNanos());
    }

    /**
     * Rests after a burst until the compiler is idle, or it is too late, and decides who is next.
     *
     * @throws IllegalStateException if the warm-up is over and nothing was ever compiled
     */
    public void rest() {
        boolean idleAtOnce = compiler.isIdle();
        boolean idle = compiler.awaitIdle(begunNanos + limits.mostNanos());
        long millis = compiler.compiledMillis();
        quietInARow = idleAtOnce && millis <= limits.quietMillis() ? quietInARow + 1 : 0;
        if (quietInARow == (next == Who.FEW ? limits.quietBurstsOfFew() : limits.quietBurstsOfAll())) {
            quietInARow = 0;
            next = next == Who.FEW ? Who.ALL : Who.NOBODY;
        } else if (elapsedNanos() >= limits.mostNanos()) {
            whyNotIdle = whyNotIdle(idle, millis);
            next = Who.NOBODY;
        }
        if (next == Who.NOBODY) {
            lastedNanos = elapsedNanos();
        }
        if (next == Who.NOBODY && !compiler.everCompiled()) {
            throw new IllegalStateException("this JVM compiled nothing in " + seconds()
                    + " of warm-up: it has no steady state, so nothing is measured");
        }
    }

    private String whyNotIdle(boolean idle, long millis) {
        return "the compiler was not idle after " + seconds() + " of warm-up"
                + (idle
                        ? ": it compiled for " + millis + " ms in the last burst, of "
                                + next.name().toLowerCase(Locale.ROOT) + " callers"
                        : ": something was still being compiled, or waited to be");
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f s", elapsedNanos() / NANOS_PER_SECOND);
    }

    private long elapsedNanos() {
        return time.nanos() - begunNanos;
    }

    /** Returns how long it lasted, in nanoseconds, once it is over. */
    public long lastedNanos() {
        return lastedNanos;
    }

    /** Returns what showed that the compiler still had something to do at the end; empty if it had not. */
    public String whyNotIdle() {
        return whyNotIdle;
    }
}
