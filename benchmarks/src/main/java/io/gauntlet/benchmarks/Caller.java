package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.fork.CallerLedger;
import io.gauntlet.benchmarks.fork.Counts;
import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.record.RecordedTrial;
import io.gauntlet.benchmarks.workload.Parts;
import io.gauntlet.benchmarks.workload.Tape;
import io.gauntlet.evidence.RegimeResult.Role;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * One caller: what it plays, where it is, and what its operations came to. All in one: a state that JMH hands to another state
 * of the same thread is not the one that it hands to the benchmark.
 *
 * <p>Looking at the clock around every call would cost more than a fast read. So where a ledger is asked for the last iteration is for that alone: in it each call is timed, from the caller's answer before (or the common start) to its
 * own, and no caller's total grows. A wait is seen until that iteration ends, so it cannot show as much longer.
 *
 * <p>After each iteration, when nothing is counted, callers go on for some calls that they write down ({@link RecordedTrial}).
 * JMH has all of them come to the end of an iteration before any tears down, each on its own thread.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class Caller {

    /** Enough to make JMH's loop cheap beside them, and little enough that all callers together are soon through. */
    static final int STEPS_IN_A_TURN = 32;

    private static final int FEW = Math.max(2, Runtime.getRuntime().availableProcessors());

    private long reads;
    private long writes;
    private long effectiveReads;
    private long effectiveWrites;

    private Blackhole blackhole;
    private int place;
    private Tape tape;
    private int position;
    private Role role = Role.ALIKE;

    private int begun;
    private int measurements;
    private Phase phase = Phase.MEASURED;
    private boolean started;
    private long answeredNanos;

    private long totalReads;
    private long totalWrites;
    private long longestReadNanos;
    private long longestWriteNanos;

    @Setup(Level.Trial)
    public void takePart(SharedCoordinator shared, ThreadParams thread, Blackhole answers) {
        blackhole = answers;
        shared.open(thread.getThreadCount());
        takePart(shared.parts, thread.getThreadIndex());
        shared.preparation(thread.getThreadCount()).rehearsal().attend(this, shared);
    }

    /** Plays one burst, as it does an iteration. */
    void rehearse(SharedCoordinator shared, Control control) {
        if (phase == Phase.FEW_WARM_UP && !shared.parts.isAmongFew(place, FEW)) {
            return;
        }
        while (!control.stopMeasurement) {
            turn(shared, control);
        }
        turn(shared, control);
    }

    void takePart(Parts parts, int index) {
        place = index;
        tape = parts.tape(index);
        position = parts.offset(index);
        if (parts.hasDedicatedWriters()) {
            role = parts.isDedicatedWriter(index) ? Role.WRITER : Role.READER;
        }
    }

    @Setup(Level.Iteration)
    public void begin(SharedCoordinator shared, IterationParams iterations) {
        begin(
                shared,
                iterations.getType() == IterationType.WARMUP
                        ? Phase.ALL_WARM_UP
                        : Phase.ofMeasurement(
                                ++measurements,
                                iterations.getCount(),
                                CallerLedger.asked().isPresent()));
    }

    void begin(SharedCoordinator shared, Phase next) {
        begin(next);
        shared.window.prepare(++begun);
    }

    void begin(Phase next) {
        phase = next;
        started = false;
        reads = 0;
        writes = 0;
        effectiveReads = 0;
        effectiveWrites = 0;
        longestReadNanos = 0;
        longestWriteNanos = 0;
    }

    /**
     * Waits, plays some steps, or comes to the end, as it is time to. The loop that is measured is this one, rehearsed and compiled
     * before JMH's begins: that one is compiled several times, in the iterations after which it was seen to end, and while it
     * is not, callers on several cores get in each other's way by counting its turns for the compiler.
     */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    void turn(SharedCoordinator shared, Control control) {
        if (control.stopMeasurement) {
            shared.window.close();
            finish(shared);
        } else if (!control.startMeasurement) {
            shared.startingLine.await(place, control);
        } else {
            for (int step = 0; step < STEPS_IN_A_TURN && !control.stopMeasurement; step++) {
                blackhole.consume(play(shared));
            }
        }
    }

    /** Plays the next step, and counts it once the window is open. */
    @Nullable
    Object play(SharedCoordinator shared) {
        if (!started) {
            start(shared);
        }
        boolean counted = shared.window.isOpen();
        int step = advance();
        Object answer = tape.perform(step, shared.coordinator);
        boolean read = tape.isRead(step);
        if (counted) {
            count(read, answer != null);
        } else {
            shared.window.openIfLeadInIsOver();
        }
        if (phase.times(step)) {
            answered(read, System.nanoTime());
        }
        return answer;
    }

    /** Waits for the end; who had no turn until now makes the call that it has waited for since the start. */
    void finish(SharedCoordinator shared) {
        if (!started && phase == Phase.TIMED) {
            start(shared);
            int step = advance();
            tape.perform(step, shared.coordinator);
            answered(tape.isRead(step), System.nanoTime());
        }
        shared.startingLine.rest();
    }

    /** All callers are let go at once: the wait of each begins when the first of them does. */
    private void start(SharedCoordinator shared) {
        started = true;
        if (shared.window.begin()) {
            shared.startingLine.start();
            answeredNanos = System.nanoTime();
        } else {
            answeredNanos = shared.window.begunNanos();
        }
    }

    private int advance() {
        int current = position;
        position = tape.next(current);
        return current;
    }

    private void count(boolean read, boolean effective) {
        if (read) {
            reads++;
            if (effective) {
                effectiveReads++;
            }
        } else {
            writes++;
            if (effective) {
                effectiveWrites++;
            }
        }
    }

    private void answered(boolean read, long nowNanos) {
        long nanos = nowNanos - answeredNanos;
        answeredNanos = nowNanos;
        if (read) {
            longestReadNanos = Math.max(longestReadNanos, nanos);
        } else {
            longestWriteNanos = Math.max(longestWriteNanos, nanos);
        }
    }

    @TearDown(Level.Iteration)
    public void end(SharedCoordinator shared) {
        report(shared);
        if (place == 0) {
            shared.ended(phase);
        }
    }

    /** Tells what it counted, and goes on for some calls that it writes down. */
    void report(SharedCoordinator shared) {
        shared.window.close();
        if (phase == Phase.MEASURED) {
            totalReads += reads;
            totalWrites += writes;
        }
        shared.tally.add(begun, phase, counts(shared.window.nanos()));
        position = shared.record(begun, !phase.isWarmUp(), place, position);
    }

    /** Returns what it counted in this iteration. */
    Counts counts(long windowNanos) {
        return new Counts(reads, writes, effectiveReads, effectiveWrites, windowNanos);
    }

    @TearDown(Level.Trial)
    public void leave(SharedCoordinator shared) {
        shared.leave(place, total());
    }

    /** Returns what it got in all measured iterations. */
    CallerTotal total() {
        return new CallerTotal(role, totalReads, totalWrites, longestReadNanos, longestWriteNanos);
    }
}
