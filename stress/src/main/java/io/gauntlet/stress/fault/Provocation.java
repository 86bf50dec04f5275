package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.store.MemorySessionStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings one fault about, once. What it does not replace goes well: the clock tells the time, the store keeps what it is given,
 * nobody is struck.
 *
 * <p>Callers first ask without it. In a later window those that are {@link #strikes struck} meet their fate, and the others wait
 * until {@link #setIn} has returned. Then they ask until all {@link #amounts} are enough: it is the amounts that end a run, not
 * the time, which is a bound alone.
 */
abstract class Provocation {

    private final MemorySessionStore store = new MemorySessionStore();

    /** Returns what the clock tells to the caller whose thread this is. */
    Instant now() {
        return Instant.now();
    }

    /** Keeps a session for the caller whose thread this is. */
    void save(Session session) throws IOException {
        store.save(session);
    }

    /** Returns what the store holds. */
    final MemorySessionStore store() {
        return store;
    }

    /** Returns what a caller is to ask at this step, instead of what it would. */
    Operation instead(FaultCaller caller, int step, Operation usual) {
        return usual;
    }

    /** Learns what a caller was answered; in its thread. */
    void told(Operation asked, @Nullable Object answer) {}

    /** Learns that a window has ended, and with it the changes that were posted; while all callers stand still. */
    void windowEnded() {}

    /** Returns whether this caller is one that the fault strikes, and not one of those who have to go on. */
    boolean strikes(int caller) {
        return false;
    }

    /** Returns whether it strikes anybody: nobody is waited for after that, and the window in which it does is the last. */
    boolean strikesSome() {
        return false;
    }

    /** Strikes a caller, in its own thread. */
    void strike(FaultCaller caller) {}

    /** Returns when the fault has set in. It is called when all callers that are not struck have come to wait for that. */
    void setIn(List<FaultCaller> callers) throws InterruptedException {}

    /**
     * Keeps the fault up until there was enough of it, or all callers are through that it does not strike.
     *
     * @param over whether they are
     */
    void keepUp(List<FaultCaller> callers, BooleanSupplier over) throws InterruptedException {}

    /** Ends what it began, so that no thread is held up by it any more; for any thread, at any time, more than once. */
    void end() {}

    /** Returns how much of it there was so far; for any thread. */
    abstract List<Amount> amounts();

    /** Returns whether there was enough of it: until then callers go on asking. */
    final boolean isEnough() {
        return amounts().stream().allMatch(Amount::isEnough);
    }

    /** Opens a latch for all who wait at it or will. */
    static void release(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            latch.countDown();
        }
    }
}
