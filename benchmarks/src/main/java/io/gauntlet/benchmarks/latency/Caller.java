package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.workload.Tape;
import org.jspecify.annotations.Nullable;

/**
 * The loop of one caller, the same at every load and for every target: wait until the next call is due, make it, take its
 * two times. A caller who is late does not wait: it makes the calls that are due one after the other, and each counts from
 * when it was due. That is what a closed loop leaves out: there a call that takes long puts off those behind it, and they
 * never say so.
 */
final class Caller {

    private static final int SOME = 64;

    private final Clock clock;
    private final Target target;
    private final Tape tape;
    private final Schedule schedule;
    private final Window window;
    private final CallTimes times;
    private final Progress progress;
    private int position;

    /** Kept where any thread might look, so that the compiler may not leave out making it. */
    @Nullable
    Object lastAnswer;

    /** @param position of the tape, where it begins */
    Caller(Clock clock, Target target, Tape tape, int position, Schedule schedule, Window window, CallTimes times) {
        this.clock = clock;
        this.target = target;
        this.tape = tape;
        this.position = position;
        this.schedule = schedule;
        this.window = window;
        this.times = times;
        this.progress = new Progress(window);
    }

    /** Makes every call of the schedule. */
    void play() {
        // In portions: the compiler takes on a method that is called often, and a loop that is entered once only half.
        while (playSome()) {}
    }

    private boolean playSome() {
        for (int call = 0; call < SOME; call++) {
            if (!playNext()) {
                return false;
            }
        }
        return true;
    }

    private boolean playNext() {
        long due = window.begins() + schedule.due();
        progress.nextIsDue(due);
        if (due - window.closes() >= 0) {
            return false;
        }
        long begun = clock.nanoTime();
        if (begun - due < 0) {
            begun = clock.waitUntil(due);
        }
        if (begun - window.abandons() >= 0) {
            abandon();
            return false;
        }
        lastAnswer = target.call(position);
        long ended = clock.nanoTime();
        progress.nextIsDone(ended);
        if (due - window.opens() >= 0) {
            times.record(tape.isRead(position), ended - due, ended - begun);
        }
        position = tape.next(position);
        schedule.advance();
        return true;
    }

    /** Counts the calls that were due and are not made. */
    private void abandon() {
        if (schedule.isAllAtOnce()) {
            return;
        }
        long due;
        do {
            schedule.advance();
            due = window.begins() + schedule.due();
            progress.nextIsDue(due);
        } while (due - window.closes() < 0);
    }

    /** Returns where on the tape the next call would be. */
    int position() {
        return position;
    }

    Tally tally() {
        return progress.tally();
    }
}
