package io.gauntlet.stress.soak;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Where callers come from: platform threads, or virtual ones on a JDK that has them. */
final class CallerThreads {

    private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;

    private CallerThreads() {}

    static ThreadFactory platform() {
        return body -> {
            Thread thread = new Thread(body);
            // A caller that is stuck for ever must not keep the JVM alive.
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Returns nothing on a JDK before 21. */
    static Optional<ThreadFactory> virtual() {
        if (Runtime.version().feature() < FIRST_JDK_WITH_VIRTUAL_THREADS) {
            return Optional.empty();
        }
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            // The interface, because the builder's own class is not public.
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            return Optional.of((ThreadFactory) type.getMethod("factory").invoke(builder));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("JDK " + Runtime.version() + " should have Thread.ofVirtual().factory()", e);
        }
    }
}
