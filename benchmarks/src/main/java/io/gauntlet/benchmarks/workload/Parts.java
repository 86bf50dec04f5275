package io.gauntlet.benchmarks.workload;

/**
 * Who plays what: the first callers a tape of writes alone, where there are dedicated writers, and all others one tape that
 * they share. Callers of one tape begin at places spread evenly over it.
 */
public final class Parts {

    private final Tape writing;
    private final Tape mixed;
    private final int callers;
    private final int dedicatedWriters;

    /**
     * Makes the tapes.
     *
     * @param readPercent share of reads on the tape of those who are not dedicated writers
     * @throws IllegalArgumentException if {@code dedicatedWriters} is not 0 to {@code callers}, or {@code readPercent} not 0 to
     *     100
     */
    public Parts(long seed, int readPercent, int dedicatedWriters, int callers, Population population) {
        if (dedicatedWriters < 0 || dedicatedWriters > callers) {
            throw new IllegalArgumentException("dedicatedWriters '" + dedicatedWriters
                    + "' is not valid: allowed are 0 to " + callers + ", the number of callers");
        }
        this.mixed = new Tape(seed, readPercent, population);
        this.writing = dedicatedWriters == 0 ? mixed : new Tape(seed, /* readPercent= */ 0, population);
        this.callers = callers;
        this.dedicatedWriters = dedicatedWriters;
    }

    /** Returns whether caller {@code index} is among {@code most} that stand for all: of each kind one, where there is room. */
    public boolean isAmongFew(int index, int most) {
        int few = Math.min(most, callers);
        int share = (dedicatedWriters * few + callers - 1) / callers;
        int writers = dedicatedWriters == callers ? few : Math.min(share, few - 1);
        return isDedicatedWriter(index) ? index < writers : index - dedicatedWriters < few - writers;
    }

    public int callers() {
        return callers;
    }

    /** Returns whether some callers only write. */
    public boolean hasDedicatedWriters() {
        return dedicatedWriters > 0;
    }

    /** Returns whether caller {@code index}, counted from 0, only writes. */
    public boolean isDedicatedWriter(int index) {
        return index < dedicatedWriters;
    }

    /** Returns what caller {@code index} plays. */
    public Tape tape(int index) {
        return isDedicatedWriter(index) ? writing : mixed;
    }

    /** Returns where on its tape caller {@code index} begins. */
    public int offset(int index) {
        return isDedicatedWriter(index)
                ? writing.offset(index, dedicatedWriters)
                : mixed.offset(index - dedicatedWriters, callers - dedicatedWriters);
    }
}
