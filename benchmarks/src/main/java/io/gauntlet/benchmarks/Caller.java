package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.fork.CallerLedger;
import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.workload.Parts;
import io.gauntlet.benchmarks.workload.Tape;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.RegimeResult.Role;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One caller: what it plays, where it is, and what its operations came to. All in one: a state that JMH hands to another state
 * of the same thread is not the one that it hands to the benchmark.
 *
 * <p>The public counters are of one iteration, and events, not rates, because JMH divides each caller's events by that
 * caller's own time. Looking at the clock around every call would cost more than a fast read. So where a ledger is asked for
 * the last iteration is for that alone: in it each call is timed, from the caller's answer before (or the common start) to its
 * own, and no caller's total grows. A wait is seen until that iteration ends, so it cannot show as much longer.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class Caller {

    public long reads;
    public long writes;
    public long effectiveReads;
    public long effectiveWrites;

    /** Of all callers the first reports it, so that the sum over callers is the window itself. */
    public long windowNanos;

    private Tape tape;
    private int position;
    private Role role = Role.ALIKE;

    private int measuredIterations;
    private boolean adding;
    private boolean timing;
    private boolean started;
    private long answeredNanos;

    private long totalReads;
    private long totalWrites;
    private long longestReadNanos;
    private long longestWriteNanos;

    @Setup(Level.Trial)
    public void takePart(SharedCoordinator shared, ThreadParams thread, IterationParams iterations) {
        TimeValue warmUp = iterations.getTime();
        shared.open(thread.getThreadCount(), warmUp.convertTo(TimeUnit.NANOSECONDS));
        takePart(shared.parts, thread.getThreadIndex());
    }

    void takePart(Parts parts, int index) {
        tape = parts.tape(index);
        position = parts.offset(index);
        if (parts.hasDedicatedWriters()) {
            role = parts.isDedicatedWriter(index) ? Role.WRITER : Role.READER;
        }
    }

    @Setup(Level.Iteration)
    public void begin(SharedCoordinator shared, ThreadParams thread, IterationParams iterations) {
        started = false;
        boolean measured = iterations.getType() == IterationType.MEASUREMENT;
        if (measured) {
            measuredIterations++;
        }
        timing = measured
                && measuredIterations == iterations.getCount()
                && CallerLedger.asked().isPresent();
        adding = measured && !timing;
        shared.startingLine.await(thread.getThreadIndex(), shared.window::forget);
    }

    /** Has the calls from now on timed, or not. */
    void time(boolean wanted) {
        timing = wanted;
        answeredNanos = System.nanoTime();
    }

    /** Plays the next step, and counts it. */
    @Nullable
    Object play(SessionCoordinator coordinator, Window window) {
        if (!started) {
            start(window);
        }
        int step = advance();
        Object answer = tape.perform(step, coordinator);
        boolean read = tape.isRead(step);
        count(read, answer != null);
        if (timing) {
            answered(read, System.nanoTime());
        }
        return answer;
    }

    /** Plays the next step outside the window, uncounted; who had no turn until now has waited since the start. */
    @Nullable
    Object playUncounted(SessionCoordinator coordinator, Window window) {
        int step = advance();
        Object answer = tape.perform(step, coordinator);
        if (timing && !started) {
            start(window);
            answered(tape.isRead(step), System.nanoTime());
        }
        return answer;
    }

    /** All callers were let go at once: the wait of each begins when the first of them does. */
    private void start(Window window) {
        started = true;
        answeredNanos = window.open();
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
    public void report(SharedCoordinator shared, ThreadParams thread) {
        shared.window.close();
        windowNanos = thread.getThreadIndex() == 0 ? shared.window.nanos() : 0;
        if (adding) {
            totalReads += reads;
            totalWrites += writes;
        }
    }

    @TearDown(Level.Trial)
    public void leave(SharedCoordinator shared, ThreadParams thread) {
        shared.leave(thread.getThreadIndex(), total());
    }

    /** Returns what it got in all measured iterations. */
    CallerTotal total() {
        return new CallerTotal(role, totalReads, totalWrites, longestReadNanos, longestWriteNanos);
    }
}
