package io.gauntlet.stress.fault;

import io.gauntlet.stress.watch.Stall;

/** Somebody got no answer for so long that there will be none. */
final class StalledException extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // nobody sends it anywhere
    private final Stall stall;

    StalledException(String who, Stall stall) {
        super(who + ": " + stall.summary());
        this.stall = stall;
    }

    Stall stall() {
        return stall;
    }
}
