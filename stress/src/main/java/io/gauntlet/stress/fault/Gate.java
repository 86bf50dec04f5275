package io.gauntlet.stress.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where callers wait until the fault has set in, which it does once all of them are there. */
final class Gate {

    private final CountDownLatch missing;
    private final CountDownLatch opened = new CountDownLatch(1);

    /** @param callers how many will come */
    Gate(int callers) {
        this.missing = new CountDownLatch(callers);
    }

    /** Lets all callers pass, those who wait and those who come later; nobody is waited for any more. */
    void open() {
        opened.countDown();
        Provocation.release(missing);
    }

    boolean isOpen() {
        return opened.getCount() == 0;
    }

    /** Waits until all callers are there, or the gate was opened without them. */
    void awaitCallers() throws InterruptedException {
        missing.await();
    }

    /**
     * Waits, as one of the callers, until the gate is opened. An interrupt does not end the wait, and is not lost.
     *
     * @throws IllegalStateException if it was not opened within the patience
     */
    void await(Duration patience) {
        missing.countDown();
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
