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
        this(
                new Tape(seed, /* readPercent= */ 0, population),
                new Tape(seed, readPercent, population),
                dedicatedWriters,
                callers);
    }

    private Parts(Tape writing, Tape mixed, int dedicatedWriters, int callers) {
        if (dedicatedWriters < 0 || dedicatedWriters > callers) {
            throw new IllegalArgumentException("dedicatedWriters '" + dedicatedWriters
                    + "' is not valid: allowed are 0 to " + callers + ", the number of callers");
        }
        this.writing = writing;
        this.mixed = mixed;
        this.callers = callers;
        this.dedicatedWriters = dedicatedWriters;
    }

    /** Returns the same tapes for no more than {@code most} callers, of each kind one at least where there is room. */
    public Parts withFewer(int most) {
        int few = Math.min(most, callers);
        int share = (dedicatedWriters * few + callers - 1) / callers;
        int writers = dedicatedWriters == callers ? few : Math.min(share, few - 1);
        return new Parts(writing, mixed, writers, few);
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
