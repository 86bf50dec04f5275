package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.operation.Operation;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes callers post often and never process, but for one that does after each hundred or so of changes that were dropped. Each
 * window ends with an empty queue besides. */
final class FullQueue extends Provocation {

    private static final int POST_EVERY = 4;
    private static final int DROPS_BEFORE_A_DRAIN = 100;
    private static final long ENOUGH_DRAINS = 2;

    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong drains = new AtomicLong();

    FullQueue(FaultSize size) {}

    @Override
    Operation instead(FaultCaller caller, int step, Operation usual) {
        if (caller.number() == 0 && dropped.get() >= (drains.get() + 1) * DROPS_BEFORE_A_DRAIN) {
            drains.incrementAndGet();
            return new Operation.ProcessStateChanges();
        }
        boolean posts = step % POST_EVERY == 0 || usual instanceof Operation.ProcessStateChanges;
        return posts ? new Operation.PostStateChange(caller.ledger().nextChange()) : usual;
    }

    @Override
    void told(Operation asked, @Nullable Object answer) {
        if (asked instanceof Operation.PostStateChange && Boolean.FALSE.equals(answer)) {
            dropped.incrementAndGet();
        }
    }

    @Override
    boolean isEnough() {
        return drains.get() >= ENOUGH_DRAINS;
    }

    @Override
    SortedMap<String, Long> counts() {
        return new TreeMap<>(
                Map.of("changes dropped", dropped.get(), "times that the queue was emptied", drains.get()));
    }
}
