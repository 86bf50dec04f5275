package io.gauntlet.history;

import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of one caller: what was asked, what was answered, and when.
 *
 * <p>A refusal counts by its class; its message may be anything. A call that threw something which is not a {@link
 * io.gauntlet.coordinator.contract.CoordinatorException} has no outcome that the contract knows: record it as one that never
 * returned, and report the error beside the history.
 *
 * @param caller who called, 0 to 16 777 215
 * @param operation what was asked
 * @param outcome what was answered, or null if the call never returned: it may or may not have taken effect
 * @param invokedNanos when the call began, in nanoseconds of one monotonic clock with any origin, read before the call
 * @param returnedNanos when it returned, by the same clock, read after the call; {@link #NEVER} if it did not
 */
public record Call(
        int caller, Operation operation, @Nullable Outcome outcome, long invokedNanos, long returnedNanos) {

    /** The time at which a call returns that does not return. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int MAX_CALLER = (1 << 24) - 1;

    /** @throws IllegalArgumentException if the caller or the times cannot be */
    public Call {
        Objects.requireNonNull(operation, "operation");
        if (caller < 0 || caller > MAX_CALLER) {
            throw new IllegalArgumentException("caller is " + caller + ": must be from 0 to " + MAX_CALLER);
        }
        if ((outcome == null) != (returnedNanos == NEVER)) {
            throw new IllegalArgumentException(operation + " of caller " + caller + " returned "
                    + (outcome == null ? "at " + returnedNanos + " without an outcome" : "an outcome at no time"));
        }
        if (returnedNanos < invokedNanos) {
            throw new IllegalArgumentException(operation + " of caller " + caller + " returned at " + returnedNanos
                    + " ns, before it began at " + invokedNanos + " ns");
        }
    }

    /** Returns a call that never returned. */
    public static Call pending(int caller, Operation operation, long invokedNanos) {
        return new Call(caller, operation, null, invokedNanos, NEVER);
    }

    /** Returns whether the call never returned. */
    public boolean isPending() {
        return outcome == null;
    }

    /**
     * Returns whether this call was over before the other began, by the clock. Two calls that end and begin in the same
     * nanosecond overlap: the clock cannot tell. Of two calls of one caller the history's order decides, not this.
     */
    public boolean precedes(Call other) {
        return returnedNanos < other.invokedNanos;
    }
}
