package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes callers post often and never process, but for one that does each time that a hundred changes were posted beyond the room
 * there is. Each window ends with an empty queue besides. What was posted is counted here, and not believed of the answers.
 */
final class FullQueue extends Provocation {

    private static final int POST_EVERY = 4;
    private static final long BEYOND_BEFORE_A_DRAIN = 100;
    private static final long ENOUGH_DRAINS = 2;

    private long postedSinceEmpty;
    private long beyond;
    private long drains;
    private long dropped;

    FullQueue(FaultSize size) {}

    @Override
    Operation instead(FaultCaller caller, int step, Operation usual) {
        if (caller.number() == 0 && isDrainDue()) {
            return new Operation.ProcessStateChanges();
        }
        boolean posts = step % POST_EVERY == 0 || usual instanceof Operation.ProcessStateChanges;
        return posts ? new Operation.PostStateChange(caller.ledger().nextChange()) : usual;
    }

    private synchronized boolean isDrainDue() {
        return beyond >= (drains + 1) * BEYOND_BEFORE_A_DRAIN;
    }

    @Override
    synchronized void told(Operation asked, @Nullable Object answer) {
        if (asked instanceof Operation.PostStateChange) {
            postedSinceEmpty++;
            if (postedSinceEmpty > FaultRun.MAX_PENDING_STATE_CHANGES) {
                beyond++;
            }
            if (Boolean.FALSE.equals(answer)) {
                dropped++;
            }
        } else if (asked instanceof Operation.ProcessStateChanges) {
            postedSinceEmpty = 0;
            drains++;
        }
    }

    @Override
    synchronized void windowEnded() {
        postedSinceEmpty = 0;
    }

    @Override
    synchronized List<Amount> amounts() {
        return List.of(
                new Amount("changes posted beyond the room", beyond, ENOUGH_DRAINS * BEYOND_BEFORE_A_DRAIN),
                Amount.told("changes dropped", dropped),
                new Amount("times that the queue was emptied", drains, ENOUGH_DRAINS));
    }
}
