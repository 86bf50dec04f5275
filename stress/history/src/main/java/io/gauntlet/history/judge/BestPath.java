package io.gauntlet.history.judge;

import java.util.Arrays;

/** The order that explained most so far: the one that left no gap up to the latest return. */
final class BestPath {

    private final int[] calls;
    private int length;
    private int frontier = -1;
    private int common;

    BestPath(int calls) {
        this.calls = new int[calls];
    }

    /** Keeps the present path if it explains more; copies what is new of it only. */
    void offer(Progress progress) {
        if (progress.frontier() <= frontier) {
            return;
        }
        for (int i = common; i < progress.length(); i++) {
            calls[i] = progress.path(i);
        }
        length = progress.length();
        common = length;
        frontier = progress.frontier();
    }

    /** The present path was cut to this length. */
    void retreat(int presentLength) {
        common = Math.min(common, presentLength);
    }

    int[] calls() {
        return Arrays.copyOf(calls, length);
    }

    /** Returns how many calls, in order of return, it explains without a gap. */
    int frontier() {
        return frontier;
    }
}
