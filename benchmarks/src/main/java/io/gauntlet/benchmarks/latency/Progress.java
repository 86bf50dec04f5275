package io.gauntlet.benchmarks.latency;

/**
 * How many calls of one caller were due, and how many done, when its window opened, was half over, and closed. Counted
 * exactly and by the caller itself: a comparison or two a call, no further thread that looks on and must be scheduled too.
 */
final class Progress {

    private static final int MARKS = 3;

    private final long[] marks;
    private final long[] dueBefore = new long[MARKS];
    private final long[] doneBefore = new long[MARKS];
    private int dueMark;
    private int doneMark;
    private long due;
    private long done;

    Progress(Window window) {
        marks = new long[] {window.opens(), window.middle(), window.closes()};
    }

    /** Takes note that the next call is due at {@code instant}. */
    void nextIsDue(long instant) {
        while (dueMark < MARKS && instant - marks[dueMark] >= 0) {
            dueBefore[dueMark++] = due;
        }
        due++;
    }

    /** Takes note that the next call was done at {@code instant}. */
    void nextIsDone(long instant) {
        while (doneMark < MARKS && instant - marks[doneMark] > 0) {
            doneBefore[doneMark++] = done;
        }
        done++;
    }

    /** Returns the whole, once no call will be made any more. */
    Tally tally() {
        while (dueMark < MARKS) {
            dueBefore[dueMark++] = due;
        }
        while (doneMark < MARKS) {
            doneBefore[doneMark++] = done;
        }
        return new Tally(count(0), count(1), count(2), dueBefore[2] - done);
    }

    private Tally.Count count(int mark) {
        return new Tally.Count(dueBefore[mark], doneBefore[mark]);
    }
}
