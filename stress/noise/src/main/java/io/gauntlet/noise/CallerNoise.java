package io.gauntlet.noise;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The noise of one caller: decides at each point whether to hold it up, and how. For one thread; the counts are for the
 * thread that knows that this one has ended.
 *
 * <p>Whether a point is disturbed is drawn for all points up to the next disturbance at once: how many they are has a geometric
 * distribution. So a point that is not disturbed costs one subtraction, and the decisions of a caller follow from seed, caller
 * and strength alone, whatever the others do.
 */
final class CallerNoise {

    /** Keeps these random numbers apart from those that a trial draws from the same seed. */
    private static final long SALT = 0x6e6f697365L;

    /** Of ten disturbances: a yield costs least and is most often enough. */
    private static final int YIELDS_IN_TEN = 8;

    private static final int PARKS_IN_TEN = 1;

    private static final int SHORTEST_NANOS = 10_000;
    private static final int LONGEST_NANOS = 100_000;

    private final NoiseStrength strength;
    private final SplittableRandom random;
    private long drawn;
    private long untilDisturbance;
    private long yields;
    private long parks;
    private long spins;

    CallerNoise(NoiseStrength strength, long seed, int caller) {
        this.strength = strength;
        this.random = new SplittableRandom((seed ^ SALT) + caller);
        drawNext();
    }

    void pass() {
        if (--untilDisturbance == 0) {
            disturb();
            drawNext();
        }
    }

    private void drawNext() {
        long gap = strength.pointsToNext(random.nextDouble());
        drawn += gap;
        untilDisturbance = gap;
    }

    private void disturb() {
        int kind = random.nextInt(10);
        int nanos = random.nextInt(SHORTEST_NANOS, LONGEST_NANOS);
        if (kind < YIELDS_IN_TEN) {
            yields++;
            yieldOnce();
        } else if (kind < YIELDS_IN_TEN + PARKS_IN_TEN) {
            parks++;
            park(nanos);
        } else {
            spins++;
            spin(nanos);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // to disturb the schedule is what it is here for
    private static void yieldOnce() {
        Thread.yield();
    }

    /**
     * Parks, and gives back the permit that the park may have used up: it may have been meant for a park of the code on trial,
     * which would then wait for ever. One permit too many is harmless: a park may return for no reason.
     */
    private static void park(int nanos) {
        LockSupport.parkNanos(nanos);
        LockSupport.unpark(Thread.currentThread());
    }

    private static void spin(int nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
    }

    long points() {
        return drawn - untilDisturbance;
    }

    long yields() {
        return yields;
    }

    long parks() {
        return parks;
    }

    long spins() {
        return spins;
    }
}
