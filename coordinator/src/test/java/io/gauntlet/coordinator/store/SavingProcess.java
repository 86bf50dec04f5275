package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.SessionStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The program that is killed: it saves ever newer versions of a few sessions, one after another, and writes an {@link
 * Acknowledgement} to its standard output after each save. It may be asked to stand still before a step of a save, which it
 * says too. It ends by itself when nobody reads that, or after some minutes.
 */
final class SavingProcess {

    static final List<String> IDS = List.of("../../etc/passwd", "plain", "\ud83d");

    /** No step of a save. */
    static final String NOWHERE = "NOWHERE";

    /** What the process saves to. */
    enum Kind {
        FILE_SESSION_STORE,
        BROKEN_IN_PLACE,
        BROKEN_HASTY;

        private SessionStore open(Path folder, FaultyDisk disk) throws IOException {
            return switch (this) {
                case FILE_SESSION_STORE -> FileSessionStore.open(folder, disk);
                case BROKEN_IN_PLACE -> new BrokenInPlaceStore(folder, disk);
                case BROKEN_HASTY -> new BrokenHastyStore(FileSessionStore.open(folder, disk));
            };
        }
    }

    /**
     * The save of a session has returned.
     *
     * @param session its position in {@link #IDS}
     */
    record Acknowledgement(int session, long version) {

        static final int BYTES = Integer.BYTES + Long.BYTES;

        /** Not of a save: the process stands still. */
        static final Acknowledgement STANDSTILL = new Acknowledgement(-1, 0);

        byte[] toBytes() {
            return ByteBuffer.allocate(BYTES).putInt(session).putLong(version).array();
        }

        static Acknowledgement from(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new Acknowledgement(buffer.getInt(), buffer.getLong());
        }
    }

    private static final long MINUTES = 5;

    private SavingProcess() {}

    /** Returns how to start it. */
    static ProcessBuilder command(Kind kind, Path folder, long firstVersion) {
        return command(kind, folder, firstVersion, /* saves= */ 0, NOWHERE);
    }

    /**
     * Returns how to start it: small, because it is started often and does not live long.
     *
     * @param saves how many it acknowledges before it stands still
     * @param standstill the step of the next save before which it does, or {@link #NOWHERE}
     */
    static ProcessBuilder command(Kind kind, Path folder, long firstVersion, int saves, String standstill) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-XX:+DisplayVMOutputToStderr",
                "-cp",
                System.getProperty("java.class.path"),
                SavingProcess.class.getName(),
                kind.name(),
                folder.toString(),
                Long.toString(firstVersion),
                Integer.toString(saves),
                standstill);
    }

    /** @param arguments the kind of store, its folder, the first version, and after which saves it stands still where */
    public static void main(String[] arguments) throws IOException {
        FaultyDisk disk = new FaultyDisk();
        SessionStore store = Kind.valueOf(arguments[0]).open(Path.of(arguments[1]), disk);
        long firstVersion = Long.parseLong(arguments[2]);
        long savesBeforeStandstill = Long.parseLong(arguments[3]);
        String standstill = arguments[4];
        FileOutputStream acknowledgements = new FileOutputStream(FileDescriptor.out);
        long saves = 0;
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        for (long version = firstVersion; System.nanoTime() - end < 0; version++) {
            for (int i = 0; i < IDS.size(); i++) {
                if (saves++ == savesBeforeStandstill) {
                    FaultyDisk.Fault stop = step -> {
                        if (step.name().equals(standstill)) {
                            acknowledgements.write(Acknowledgement.STANDSTILL.toBytes());
                            standStill();
                        }
                    };
                    disk.before(stop);
                    disk.after(stop);
                }
                store.save(SavedSessions.of(IDS.get(i), version));
                if (saves > savesBeforeStandstill && !standstill.equals(NOWHERE)) {
                    throw new IOException("a save took no step " + standstill);
                }
                acknowledgements.write(new Acknowledgement(i, version).toBytes());
            }
        }
    }

    private static void standStill() throws IOException {
        try {
            new CountDownLatch(1).await(MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("nobody killed this process within " + MINUTES + " minutes");
    }
}
