package io.gauntlet.benchmarks.warmup;

import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

/**
 * A clock that stands still but for who waits, and a compiler that follows it: each burst asks for some compiling, of which a
 * little is done beside it, and the rest while nobody plays, a millisecond in a millisecond.
 */
final class Scripted implements Time, JitCompiler {

    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long BESIDE_PLAYERS_MILLIS = 50;

    private final IntUnaryOperator askedMillis;
    private long nanos;
    private int bursts;
    private long spentMillis;
    private long waitingMillis;

    /** @param askedMillis what a burst of this number, from 1, asks for; what is below 0 never ends */
    Scripted(IntUnaryOperator askedMillis) {
        this.askedMillis = askedMillis;
    }

    static WarmUpLimits limits(long mostMillis) {
        return new WarmUpLimits(
                BURST_NANOS,
                /* quietBurstsOfFew= */ 2,
                /* quietBurstsOfAll= */ 3,
                /* quietMillis= */ 5,
                TimeUnit.MILLISECONDS.toNanos(mostMillis));
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void pass(long time) {
        nanos += time;
        if (time == BURST_NANOS) {
            int millis = askedMillis.applyAsInt(++bursts);
            long done = Math.min(Math.max(millis, 0), BESIDE_PLAYERS_MILLIS);
            spentMillis += done;
            waitingMillis = millis < 0 ? Long.MAX_VALUE : millis - done;
        } else if (waitingMillis != Long.MAX_VALUE) {
            long done = Math.min(waitingMillis, TimeUnit.NANOSECONDS.toMillis(time));
            waitingMillis -= done;
            spentMillis += done;
        }
    }

    @Override
    public long spentMillis() {
        return spentMillis;
    }

    @Override
    public boolean isIdle() {
        return waitingMillis == 0;
    }

    int bursts() {
        return bursts;
    }
}
