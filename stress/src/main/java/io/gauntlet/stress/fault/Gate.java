package io.gauntlet.stress.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where callers wait until the fault has set in; an interrupt does not end the wait, and is not lost. */
final class Gate {

    private final CountDownLatch opened = new CountDownLatch(1);

    void open() {
        opened.countDown();
    }

    /** @throws IllegalStateException if it was not opened within the patience */
    void await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (!opened.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        throw new IllegalStateException("the fault did not set in within " + patience);
                    }
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
