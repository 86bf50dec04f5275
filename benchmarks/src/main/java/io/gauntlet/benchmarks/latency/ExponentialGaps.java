package io.gauntlet.benchmarks.latency;

import java.util.SplittableRandom;

/**
 * Exponentially distributed numbers of mean 1, drawn beforehand: an endless tape for each caller, of which one seed gives the
 * same on every machine. Times a mean gap they are a Poisson schedule; the same numbers serve every load and every subject.
 */
final class ExponentialGaps {

    /** Over all callers: a tape begins again late enough, and all of them together stay small beside the heap. */
    private static final int MOST_NUMBERS = 1 << 21;

    private final float[][] tapes;

    ExponentialGaps(long seed, int callers) {
        int length = Integer.highestOneBit(MOST_NUMBERS / callers);
        tapes = new float[callers][length];
        SplittableRandom random = new SplittableRandom(seed);
        for (float[] tape : tapes) {
            fill(tape, random.split());
        }
    }

    private static void fill(float[] tape, SplittableRandom random) {
        for (int index = 0; index < tape.length; index++) {
            // 1 - [0, 1) is never 0, whose logarithm is no number.
            tape[index] = (float) -Math.log(1 - random.nextDouble());
        }
    }

    /** Returns the schedule of one caller. */
    Schedule schedule(int caller, double meanGapNanos) {
        return new Schedule(tapes[caller], meanGapNanos);
    }
}
