package io.gauntlet.benchmarks.latency;

import io.gauntlet.evidence.CallerThreads;
import java.util.concurrent.ThreadFactory;

/** Where callers come from: platform threads, or virtual ones on a JDK that has them. */
final class CallerFactory {

    private CallerFactory() {}

    /**
     * Checks that this JDK has such threads.
     *
     * @throws IllegalArgumentException if it has not; the message says which has
     */
    static void require(CallerThreads threads) {
        if (Runtime.version().feature() < threads.minimumJdk()) {
            throw new IllegalArgumentException("threads '" + threads + "' are not possible on JDK " + Runtime.version()
                    + ": they need JDK " + threads.minimumJdk() + " or later; allowed here is "
                    + CallerThreads.PLATFORM);
        }
    }

    /**
     * Returns what makes such threads.
     *
     * @throws IllegalArgumentException if this JDK has none
     */
    static ThreadFactory of(CallerThreads threads) {
        require(threads);
        return switch (threads) {
            case PLATFORM -> CallerFactory::platform;
            case VIRTUAL -> virtual();
        };
    }

    private static Thread platform(Runnable body) {
        Thread thread = new Thread(body);
        // A caller that is stuck for ever must not keep the JVM alive.
        thread.setDaemon(true);
        return thread;
    }

    private static ThreadFactory virtual() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            // The interface, because the builder's own class is not public.
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            return (ThreadFactory) type.getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("JDK " + Runtime.version() + " should have Thread.ofVirtual().factory()", e);
        }
    }
}
