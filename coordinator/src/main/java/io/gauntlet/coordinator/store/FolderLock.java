package io.gauntlet.coordinator.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to be the only store on a folder: a lock on a file in it, which the operating system takes back when the
 * process ends, however it ends.
 *
 * <p>A POSIX lock belongs to the process and is lost when the process closes <em>any</em> channel of the file (see {@link
 * java.nio.channels.FileLock}). A second store of this process, once refused, would therefore have to close its channel
 * and so take the lock from the first one. So this process first asks itself: the system properties are the one place
 * that all its class loaders share.
 */
final class FolderLock implements Closeable {

    private final String claim;
    private final FileChannel channel;

    private FolderLock(String claim, FileChannel channel) {
        this.claim = claim;
        this.channel = channel;
    }

    /**
     * @param folder an existing folder's {@linkplain Path#toRealPath real path}
     * @throws IOException if it is in use
     */
    static FolderLock acquire(Path folder) throws IOException {
        String claim = FolderLock.class.getName() + " " + folder;
        if (System.getProperties().putIfAbsent(claim, "held") != null) {
            throw inUse(folder, "this process");
        }
        boolean acquired = false;
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve(FileNames.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                acquired = channel.tryLock() != null;
            } catch (OverlappingFileLockException e) {
                throw inUse(folder, "this process, by other means than a store,");
            } finally {
                if (!acquired) {
                    channel.close();
                }
            }
            if (!acquired) {
                throw inUse(folder, "another process");
            }
            return new FolderLock(claim, channel);
        } finally {
            if (!acquired) {
                System.getProperties().remove(claim);
            }
        }
    }

    private static IOException inUse(Path folder, String by) {
        return new IOException("session folder " + folder + " is in use by " + by
                + " already: close the other store, or open another folder");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            System.getProperties().remove(claim);
        }
    }
}
