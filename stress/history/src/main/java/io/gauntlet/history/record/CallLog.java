package io.gauntlet.history.record;

import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log of one caller: what it asked, what it was told, and when, in arrays made beforehand.
 *
 * <p><b>Perturbation.</b> A call costs two readings of the clock, two fences and a few stores. Nothing is allocated: an answer
 * is immutable, so the reference is kept; of a refusal its class is kept. Nothing is shared: what a caller writes lies at
 * least {@value #PADDING} elements away from what its neighbour writes.
 *
 * <p><b>The clock.</b> The time of a call must enclose its effect, or a right coordinator could be accused. {@link
 * System#nanoTime} orders no memory access: the compiler may move a read of the call before the reading of the clock, and the
 * processor may hold back a write of the call until after it. So there is a full fence between the clock and the call, on both
 * sides. What only goes wrong where no fence is near is therefore not seen here; jcstress looks for that.
 *
 * <p><b>Threads.</b> One thread writes. Others may read at any time: how many calls have begun and ended is published after
 * what those calls consist of. So a call that hangs can be told from outside.
 */
public final class CallLog {

    private static final VarHandle TIMES = MethodHandles.arrayElementVarHandle(long[].class);

    /** Elements without use at both ends of each array: more than a pair of cache lines for times, one for references. */
    private static final int PADDING = 16;

    private static final int BEGUN = PADDING;
    private static final int ENDED = PADDING + 1;
    private static final int FIRST_TIME = PADDING + 2;

    private final int caller;
    private final int capacity;
    private final Operation[] operations;

    /** The answer of a call that was answered, the class of the refusal of one that was refused: no answer is a class. */
    private final @Nullable Object[] answers;

    /** How many calls have begun, how many have ended, then for each call when it did. */
    private final long[] times;

    CallLog(int caller, int capacity) {
        this.caller = caller;
        this.capacity = capacity;
        this.operations = new Operation[capacity + 2 * PADDING];
        this.answers = new Object[capacity + 2 * PADDING];
        this.times = new long[FIRST_TIME + 2 * capacity + PADDING];
    }

    /**
     * Asks the coordinator, and writes down what was asked and what became of it.
     *
     * @return what the operation returns
     * @throws CoordinatorException if the operation was refused, which is written down
     * @throws IllegalStateException if the log is full, or this caller's last call never returned
     */
    public @Nullable Object call(Operation operation, SessionCoordinator coordinator) {
        begin(operation);
        try {
            @Nullable Object answer = operation.call(coordinator);
            answered(answer);
            return answer;
        } catch (CoordinatorException refusal) {
            refused(refusal);
            throw refusal;
        }
    }

    /**
     * Writes down that a call begins now. It must be followed by {@link #answered} or {@link #refused}; if it is not, then it
     * never returned.
     *
     * @throws IllegalStateException if the log is full, or this caller's last call never returned
     */
    public void begin(Operation operation) {
        long[] own = times;
        int call = (int) own[BEGUN];
        if (call == capacity || call != own[ENDED]) {
            throw misuse(call);
        }
        operations[PADDING + call] = operation;
        own[FIRST_TIME + 2 * call] = System.nanoTime();
        TIMES.setRelease(own, BEGUN, (long) call + 1);
        VarHandle.fullFence();
    }

    /**
     * Writes down that the call that has begun was answered now.
     *
     * @throws IllegalStateException if none has begun
     */
    public void answered(@Nullable Object answer) {
        VarHandle.fullFence();
        end(answer);
    }

    /**
     * Writes down that the call that has begun was refused now.
     *
     * @throws IllegalStateException if none has begun
     */
    public void refused(CoordinatorException refusal) {
        VarHandle.fullFence();
        end(refusal.getClass());
    }

    private void end(@Nullable Object answer) {
        long now = System.nanoTime();
        long[] own = times;
        int call = (int) own[ENDED];
        if (call == own[BEGUN]) {
            throw new IllegalStateException("caller " + caller + " was told something without having asked");
        }
        answers[PADDING + call] = answer;
        own[FIRST_TIME + 2 * call + 1] = now;
        TIMES.setRelease(own, ENDED, (long) call + 1);
    }

    private IllegalStateException misuse(int call) {
        return new IllegalStateException(
                call == capacity
                        ? "the log of caller " + caller + " is full with " + capacity + " calls: end the window first"
                        : "caller " + caller + " asks again, but its " + operations[PADDING + call - 1]
                                + " never returned");
    }

    /** Returns how many more calls there is room for; for the caller itself. */
    public int room() {
        return capacity - (int) times[BEGUN];
    }

    /** Returns how many calls have come back since the log was last emptied; for any thread. */
    public int ended() {
        return (int) (long) TIMES.getAcquire(times, ENDED);
    }

    /** Adds the calls in the log, the one that has not returned included; for any thread. */
    void addTo(List<Call> calls) {
        // In this order: a call that ends meanwhile counts as ended.
        int begun = (int) (long) TIMES.getAcquire(times, BEGUN);
        int ended = Math.min(begun, ended());
        for (int call = 0; call < ended; call++) {
            calls.add(new Call(caller, operations[PADDING + call], outcome(call), begun(call), ended(call)));
        }
        if (ended < begun) {
            calls.add(Call.pending(caller, operations[PADDING + ended], begun(ended)));
        }
    }

    private Outcome outcome(int call) {
        Object answer = answers[PADDING + call];
        return answer instanceof Class<?> cause
                ? new Outcome.Refused(cause.asSubclass(CoordinatorException.class), /* message= */ "")
                : new Outcome.Answered(answer);
    }

    private long begun(int call) {
        return times[FIRST_TIME + 2 * call];
    }

    private long ended(int call) {
        return times[FIRST_TIME + 2 * call + 1];
    }

    /** Empties the log; for whoever knows that its caller stands still. */
    void clear() {
        times[BEGUN] = 0;
        times[ENDED] = 0;
    }
}
