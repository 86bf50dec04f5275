package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.SessionStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program that is killed: it saves ever newer versions of a few sessions, one after another, and writes an {@link
 * Acknowledgement} to its standard output after each save. It ends by itself when nobody reads that, or after a minute.
 */
final class SavingProcess {

    static final List<String> IDS = List.of("../../etc/passwd", "plain", "\ud83d");

    /** What the process saves to. */
    enum Kind {
        FILE_SESSION_STORE,
        BROKEN_IN_PLACE,
        BROKEN_HASTY;

        private SessionStore open(Path folder) throws IOException {
            return switch (this) {
                case FILE_SESSION_STORE -> FileSessionStore.open(folder);
                case BROKEN_IN_PLACE -> new BrokenInPlaceStore(folder);
                case BROKEN_HASTY -> new BrokenHastyStore(FileSessionStore.open(folder));
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

        byte[] toBytes() {
            return ByteBuffer.allocate(BYTES).putInt(session).putLong(version).array();
        }

        static Acknowledgement from(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new Acknowledgement(buffer.getInt(), buffer.getLong());
        }
    }

    private SavingProcess() {}

    /** Returns how to start it: small, because it is started often and does not live long. */
    static ProcessBuilder command(Kind kind, Path folder, long firstVersion) {
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
                Long.toString(firstVersion));
    }

    /** @param arguments the kind of store, its folder, the first version */
    public static void main(String[] arguments) throws IOException {
        SessionStore store = Kind.valueOf(arguments[0]).open(Path.of(arguments[1]));
        long firstVersion = Long.parseLong(arguments[2]);
        FileOutputStream acknowledgements = new FileOutputStream(FileDescriptor.out);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        for (long version = firstVersion; System.nanoTime() - end < 0; version++) {
            for (int i = 0; i < IDS.size(); i++) {
                store.save(SavedSessions.of(IDS.get(i), version));
                acknowledgements.write(new Acknowledgement(i, version).toBytes());
            }
        }
    }
}
