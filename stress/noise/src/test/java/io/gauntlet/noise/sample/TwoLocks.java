package io.gauntlet.noise.sample;

/** A counter whose reading and writing are each under the lock, and the two together are not: an increment can be lost. */
public final class TwoLocks implements Runnable {

    private final Object lock = new Object();
    private int value;

    /** Increments once. */
    @Override
    public void run() {
        int seen;
        synchronized (lock) {
            seen = value;
        }
        synchronized (lock) {
            value = seen + 1;
        }
    }

    @Override
    public String toString() {
        synchronized (lock) {
            return Integer.toString(value);
        }
    }
}
