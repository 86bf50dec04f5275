package io.gauntlet.history.judge;

import java.util.Arrays;

/** The stack of a search: one frame for each step taken, with the way back and the calls that were not tried yet. */
final class Frames {

    private static final int UNCOLLECTED = -1;

    private int[] trailLengths = new int[256];
    private int[] frontiers = new int[256];
    private int[] enabled = new int[256];
    private int[] next = new int[256];
    private int[] ends = new int[256];
    private int depth;

    private int[] calls = new int[256];

    boolean isEmpty() {
        return depth == 0;
    }

    int depth() {
        return depth;
    }

    void push(Progress progress) {
        if (depth == next.length) {
            int length = depth * 2;
            trailLengths = Arrays.copyOf(trailLengths, length);
            frontiers = Arrays.copyOf(frontiers, length);
            enabled = Arrays.copyOf(enabled, length);
            next = Arrays.copyOf(next, length);
            ends = Arrays.copyOf(ends, length);
        }
        trailLengths[depth] = progress.trailLength();
        frontiers[depth] = progress.frontier();
        enabled[depth] = progress.enabledCount();
        next[depth] = UNCOLLECTED;
        ends[depth] = depth == 0 ? 0 : ends[depth - 1];
        depth++;
    }

    void pop() {
        depth--;
    }

    /** Brings the progress back to where the top frame began. */
    void rewind(Progress progress) {
        progress.undo(trailLengths[depth - 1], frontiers[depth - 1], enabled[depth - 1]);
    }

    /** Returns whether the top frame was given its choices. */
    boolean isCollected() {
        return next[depth - 1] >= 0;
    }

    /** Gives the top frame its choices, the first to be tried first. */
    void collect(Choices choices) {
        int from = depth == 1 ? 0 : ends[depth - 2];
        while (from + choices.count() > calls.length) {
            calls = Arrays.copyOf(calls, calls.length * 2);
        }
        choices.copyTo(calls, from);
        next[depth - 1] = from;
        ends[depth - 1] = from + choices.count();
    }

    /** Returns the top frame's next choice, or {@link Timeline#NONE}. */
    int choose() {
        int top = depth - 1;
        return next[top] < ends[top] ? calls[next[top]++] : Timeline.NONE;
    }
}
