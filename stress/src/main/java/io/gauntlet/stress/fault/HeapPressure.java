package io.gauntlet.stress.fault;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Fills part of the heap with small objects that live and are linked to each other, which are the slowest to trace, and has
 * them collected again and again, while it replaces them piece by piece, until the JVM has stood still as long as a store that
 * stalls, and several times: after each collection it waits until the callers have asked so much that what it took must show. How
 * long the JVM stood still is what the JVM says.
 */
final class HeapPressure extends Provocation {

    /** An object with a header, a reference and a number, and its share of what holds it. */
    private static final long BYTES_PER_LINK = 24;

    private static final long MOST_BYTES = 1L << 25;
    private static final int LEAST_SHARE_OF_HEAP = 8;
    private static final int CHAINS = 16;
    private static final long ENOUGH_COLLECTIONS = 5;

    /** A caller reads back one in eight of what it changed last: none does after one collection once in 100 times. */
    private static final int CALLS_BETWEEN = 4;

    private static final long LOOK_EVERY_MILLIS = 1;

    private record Link(@Nullable Link next, long number) {}

    private record Collections(long count, long millis) {

        static Collections soFar() {
            long count = 0;
            long millis = 0;
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                count += Math.max(0, collector.getCollectionCount());
                millis += Math.max(0, collector.getCollectionTime());
            }
            return new Collections(count, millis);
        }

        Collections since(Collections before) {
            return new Collections(count - before.count, millis - before.millis);
        }
    }

    private final long linksPerChain;
    private final long enoughMillis;
    private final Deque<Link> chains = new ArrayDeque<>();
    private volatile Collections before = new Collections(0, 0);
    private volatile Collections seen = new Collections(0, 0);
    private volatile long longestMillis;
    private final AtomicLong survived = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);

    HeapPressure(FaultSize size) {
        long bytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / LEAST_SHARE_OF_HEAP);
        this.linksPerChain = bytes / BYTES_PER_LINK / CHAINS;
        this.enoughMillis = size.stall().toMillis();
    }

    @Override
    void setIn(List<FaultCaller> callers) {
        before = Collections.soFar();
        while (chains.size() < CHAINS) {
            chains.add(chain());
        }
        collect();
    }

    private Link chain() {
        Link chain = new Link(null, 0);
        for (long number = 1; number < linksPerChain; number++) {
            chain = new Link(chain, number);
        }
        return chain;
    }

    private void collect() {
        Collections start = Collections.soFar();
        System.gc();
        Collections end = Collections.soFar();
        Collections one = end.since(start);
        if (one.count > 0) {
            longestMillis = Math.max(longestMillis, one.millis / one.count);
        }
        seen = end.since(before);
    }

    @Override
    void keepUp(List<FaultCaller> callers, BooleanSupplier over) throws InterruptedException {
        awaitCalls(callers, over);
        while (!over.getAsBoolean() && !isEnough()) {
            chains.remove();
            chains.add(chain());
            collect();
            awaitCalls(callers, over);
        }
    }

    private void awaitCalls(List<FaultCaller> callers, BooleanSupplier over) throws InterruptedException {
        long enough = FaultCaller.answered(callers) + (long) callers.size() * CALLS_BETWEEN;
        while (!over.getAsBoolean() && FaultCaller.answered(callers) < enough) {
            if (ended.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        survived.incrementAndGet();
    }

    @Override
    void end() {
        ended.countDown();
    }

    @Override
    List<Amount> amounts() {
        return List.of(
                Amount.told("collections", seen.count),
                new Amount("ms of collections", seen.millis, enoughMillis),
                new Amount("collections that callers went on after", survived.get(), ENOUGH_COLLECTIONS),
                Amount.told("longest collection, ms", longestMillis));
    }
}
