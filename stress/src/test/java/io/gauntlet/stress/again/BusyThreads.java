package io.gauntlet.stress.again;

/** Keeps processors busy until it is stopped. */
final class BusyThreads {

    private volatile boolean stopped;

    /** Starts them. */
    BusyThreads(int number) {
        for (int index = 0; index < number; index++) {
            Thread busy = new Thread(this::spin, "busy-" + index);
            busy.setDaemon(true);
            busy.start();
        }
    }

    private void spin() {
        while (!stopped) {
            Thread.onSpinWait();
        }
    }

    /** Lets them end. */
    void stop() {
        stopped = true;
    }
}
