package io.gauntlet.stress.jcstress;

import io.gauntlet.stress.ProofBudget;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.Verbosity;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;

/** jcstress's options for one budget, made without its command line, which heats the processors for a second to count them. */
final class ForkOptions extends Options {

    private static final int HEAP_MEBIBYTES = 128;

    /**
     * How many games actors play between two meetings: fewer than jcstress's own 256, since a game here takes a microsecond,
     * after which the actors have drifted apart.
     */
    private static final int STRIDE_SIZE = 32;

    private static final int STRIDES = 40;

    private final int iterations;
    private final int millisEach;

    private ForkOptions(int iterations, int millisEach) {
        super(new String[0]);
        this.iterations = iterations;
        this.millisEach = millisEach;
    }

    static ForkOptions of(ProofBudget budget) {
        return switch (budget) {
            case QUICK -> new ForkOptions(/* iterations= */ 3, /* millisEach= */ 80);
            case DEEP -> new ForkOptions(/* iterations= */ 5, /* millisEach= */ 300);
        };
    }

    @Override
    public int getIterations() {
        return iterations;
    }

    @Override
    public int getTime() {
        return millisEach;
    }

    @Override
    public int getStrideSize() {
        return STRIDE_SIZE;
    }

    @Override
    public int getStrideCount() {
        return STRIDES;
    }

    @Override
    public int getHeapPerForkMb() {
        return HEAP_MEBIBYTES;
    }

    @Override
    public SpinLoopStyle getSpinStyle() {
        return SpinLoopStyle.THREAD_SPIN_WAIT;
    }

    @Override
    public boolean isPretouchHeap() {
        return false;
    }

    @Override
    public Verbosity verbosity() {
        return new Verbosity(0);
    }
}
