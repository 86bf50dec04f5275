package io.gauntlet.coordinator.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The disk of this machine with something that happens just before, or just after, each of its steps. */
final class FaultyDisk implements Disk {

    enum Step {
        CREATE,
        WRITE,
        SYNC,
        CLOSE,
        REPLACE,
        SYNC_FOLDER
    }

    @FunctionalInterface
    interface Fault {
        void strike(Step step) throws IOException;
    }

    private final Disk disk = new LocalDisk();
    private volatile Fault before = step -> {};
    private volatile Fault after = step -> {};

    void before(Fault fault) {
        before = fault;
    }

    void after(Fault fault) {
        after = fault;
    }

    /** Half of something is written by other means. */
    void halfWay() throws IOException {
        before.strike(Step.WRITE);
    }

    void heal() {
        before = step -> {};
        after = step -> {};
    }

    @Override
    public FreshFile create(Path path) throws IOException {
        before.strike(Step.CREATE);
        FreshFile file = disk.create(path);
        OutputStream content = new FilterOutputStream(file.content()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                int half = length / 2;
                out.write(bytes, from, half);
                before.strike(Step.WRITE);
                out.write(bytes, from + half, length - half);
                after.strike(Step.WRITE);
            }
        };
        return new FreshFile() {
            private boolean closed;

            @Override
            public OutputStream content() {
                return content;
            }

            @Override
            public void sync() throws IOException {
                before.strike(Step.SYNC);
                file.sync();
                after.strike(Step.SYNC);
            }

            @Override
            public void close() throws IOException {
                file.close();
                if (!closed) {
                    closed = true;
                    after.strike(Step.CLOSE);
                }
            }
        };
    }

    @Override
    public void replace(Path file, Path target) throws IOException {
        before.strike(Step.REPLACE);
        disk.replace(file, target);
        after.strike(Step.REPLACE);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        before.strike(Step.SYNC_FOLDER);
        disk.syncFolder(folder);
        after.strike(Step.SYNC_FOLDER);
    }
}
