package io.gauntlet.stress.fault;

import java.util.Locale;
import java.util.function.Function;

/** What goes wrong around a coordinator: the one list of faults. A line here, and every subject has to bear it. */
enum Fault {
    /** Callers are interrupted again and again in the middle of their calls, most of them while they wait for their turn. */
    INTERRUPTED(
            "every call answers as if nothing had happened, and its caller's interrupt status stays set",
            Interruptions::new),

    /** Callers die of an error in code of their own: in the clock, in the store, or between two calls. */
    KILLED_CALLER(
            "the error comes out, the dead have left nothing half-done, and nobody waits for them", Killings::new),

    /** The store throws, checked and unchecked, three times of four. */
    STORE_THROWS("each failure is reported to its caller, changes no session, and no other is", StoreFailures::new),

    /** The store does not come back until all who do not save are through with their calls, and a while after. */
    STORE_STALLS("those who do not save go on", StoreStall::new),

    /** Nobody processes the posted changes until far more were posted than there is room for, again and again. */
    FULL_QUEUE("nobody waits for room, each change is queued or dropped, and each drop is counted", FullQueue::new),

    /** The heap is filled with objects that live, and collected again and again while the whole JVM stands still. */
    HEAP_PRESSURE("what was acknowledged is no weak promise, and no wait ends before its time", HeapPressure::new),

    /** The clock goes forward and back by hours each time that it is asked. */
    CLOCK_STEPS("nothing but the time of creation depends on it; lists stay in creation order", ClockSteps::new);

    private final String promise;
    private final Function<FaultSize, Provocation> provocation;

    Fault(String promise, Function<FaultSize, Provocation> provocation) {
        this.promise = promise;
        this.provocation = provocation;
    }

    /** Returns what must hold, beside what must hold after every fault. */
    String promise() {
        return promise;
    }

    /** Returns what brings it about once. */
    Provocation provocation(FaultSize size) {
        return provocation.apply(size);
    }

    /** Returns the name as people read it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
