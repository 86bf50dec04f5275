package io.gauntlet.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.infra.Control;

/**
 * Where callers wait for each other before an iteration and after it. JMH has who waits call the benchmark on and on: were
 * those calls played, many callers on few cores would need longer to gather than the iteration lasts, so that here they park.
 * Who is first to start wakes the others, in another order each time: where callers outnumber cores the first to wake get
 * more of an iteration than the last.
 */
final class StartingLine {

    /** How long a caller who is not woken parks before it looks again. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long LOOK_AT_THE_END_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final AtomicReferenceArray<Thread> waiting;
    private int starts;

    StartingLine(int callers) {
        waiting = new AtomicReferenceArray<>(callers);
    }

    /** Returns when the start is made, or it is time to look whether it was. */
    void await(int place, Control control) {
        waiting.set(place, Thread.currentThread());
        if (!control.startMeasurement) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    /** Wakes all who wait; called once an iteration. */
    void start() {
        List<Thread> others = IntStream.range(0, waiting.length())
                .mapToObj(waiting::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(others, new Random(++starts));
        others.forEach(LockSupport::unpark);
    }

    /** Returns when it is time to look whether the others have come to the end. */
    void rest() {
        LockSupport.parkNanos(this, LOOK_AT_THE_END_NANOS);
    }
}
