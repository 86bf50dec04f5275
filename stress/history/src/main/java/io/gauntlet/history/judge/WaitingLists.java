package io.gauntlet.history.judge;

/**
 * Doubly linked lists of calls in two arrays. A call that was unlinked can be put back where it was, if that is done in the
 * reverse order.
 */
final class WaitingLists {

    private final int calls;
    private final int[] next;
    private final int[] previous;

    WaitingLists(int calls, int lists) {
        this.calls = calls;
        this.next = new int[calls + lists];
        this.previous = new int[calls + lists];
        for (int head = calls; head < next.length; head++) {
            next[head] = head;
            previous[head] = head;
        }
    }

    /** Returns the first call of a list, to be gone through by {@link #next} until {@link #isEnd}. */
    int first(int list) {
        return next[calls + list];
    }

    int next(int call) {
        return next[call];
    }

    boolean isEnd(int call) {
        return call >= calls;
    }

    void append(int list, int call) {
        int head = calls + list;
        int last = previous[head];
        next[last] = call;
        previous[call] = last;
        next[call] = head;
        previous[head] = call;
    }

    void unlink(int call) {
        next[previous[call]] = next[call];
        previous[next[call]] = previous[call];
    }

    void relink(int call) {
        next[previous[call]] = call;
        previous[next[call]] = call;
    }
}
