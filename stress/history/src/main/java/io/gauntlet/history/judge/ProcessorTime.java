package io.gauntlet.history.judge;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How long the current thread has run on a processor; where the JVM cannot tell, as of a virtual thread, how long anything has. */
final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long UNKNOWN = -1;

    private ProcessorTime() {}

    static long nanos() {
        long nanos = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : UNKNOWN;
        return nanos == UNKNOWN ? System.nanoTime() : nanos;
    }
}
