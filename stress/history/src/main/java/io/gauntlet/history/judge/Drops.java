package io.gauntlet.history.judge;

/**
 * For each count of dropped changes, how many calls that are not linearized yet were told of it. The count only grows, so
 * they must be linearized before the next drop.
 */
final class Drops {

    private final long base;
    private final int[] awaited;

    /** @param most how many changes the history can drop at most */
    Drops(long base, int most) {
        this.base = base;
        this.awaited = new int[most + 1];
    }

    /** Returns the number under which a count is kept, or -1 if it can never be. */
    int index(long dropped) {
        long index = dropped - base;
        return index >= 0 && index < awaited.length ? (int) index : -1;
    }

    void await(int index) {
        awaited[index]++;
    }

    void release(int index) {
        awaited[index]--;
    }

    boolean isAwaited(long dropped) {
        int index = index(dropped);
        return index >= 0 && awaited[index] > 0;
    }
}
