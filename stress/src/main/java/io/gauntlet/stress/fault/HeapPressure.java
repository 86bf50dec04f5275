package io.gauntlet.stress.fault;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Fills part of the heap with small objects that live and are linked to each other, which are the slowest to trace, and has
 * them collected again and again, while it replaces them piece by piece, until the JVM has stood still as long as a store that
 * stalls. How long that was is what the JVM says.
 */
final class HeapPressure extends Provocation {

    /** An object with a header, a reference and a number, and its share of what holds it. */
    private static final long BYTES_PER_LINK = 24;

    private static final long MOST_BYTES = 1L << 25;
    private static final int LEAST_SHARE_OF_HEAP = 8;
    private static final int CHAINS = 16;

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
    boolean isEnough() {
        return seen.millis >= enoughMillis;
    }

    @Override
    void keepUp(List<FaultCaller> callers, BooleanSupplier over) {
        while (!over.getAsBoolean() && !isEnough()) {
            chains.remove();
            chains.add(chain());
            collect();
        }
    }

    @Override
    SortedMap<String, Long> counts() {
        return new TreeMap<>(Map.of(
                "collections", seen.count, "ms of collections", seen.millis, "longest collection, ms", longestMillis));
    }
}
