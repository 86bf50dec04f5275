package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A store that keeps one file for each session in a folder of its own. A kill or a power cut at any moment leaves the old
 * file or the new one, whole; when {@link #save} has returned, the new one, or a newer.
 *
 * <p><b>Writing.</b> The session is written to a temporary file beside, which is synced, renamed over the old file in one
 * step, and made to stay by a sync of the folder. Any number of saves do the first two at once; the last two have a lock
 * for each session (shared by some). A save that fails leaves the old file; if it was the last sync that failed, it leaves
 * the new one, and its message says so.
 *
 * <p><b>Which is newer.</b> Under that lock the file in place is asked for its version, and a newer or equal one stays.
 * Versions say so only within one coordinator, whose successor begins again at the lowest; and a clock may step back. So
 * each file also names the <em>life</em> of the store that wrote it, and a file of another life, which is over, is always
 * the older one. The file is asked rather than a map of what was saved: such a map would grow with each id ever seen, and
 * would vouch for files that somebody has removed meanwhile.
 *
 * <p>One store owns a folder at a time. An interrupt neither stops a save nor is lost.
 */
public final class FileSessionStore implements SessionStore, Closeable {

    private static final System.Logger LOG = System.getLogger(FileSessionStore.class.getName());
    private static final int STRIPES = 64;

    private final Path folder;
    private final FolderLock folderLock;
    private final Disk disk;
    private final UUID life = UUID.randomUUID();
    private final AtomicLong temporaries = new AtomicLong();
    private final List<Lock> locks =
            IntStream.range(0, STRIPES).<Lock>mapToObj(i -> new ReentrantLock()).toList();

    /** Held for reading by each call under way, so that closing waits for them. */
    private final ReadWriteLock calls = new ReentrantReadWriteLock();

    private boolean closed;

    private FileSessionStore(Path folder, FolderLock folderLock, Disk disk) {
        this.folder = folder;
        this.folderLock = folderLock;
        this.disk = disk;
    }

    /**
     * Opens the store of a folder, creates the folder if it is missing, and removes what a killed predecessor left half
     * written.
     *
     * @throws IOException if the folder cannot be had, or another store of this or another process has it
     */
    public static FileSessionStore open(Path folder) throws IOException {
        return open(folder, new LocalDisk());
    }

    static FileSessionStore open(Path folder, Disk disk) throws IOException {
        create(folder.toAbsolutePath(), disk);
        Path realFolder = folder.toRealPath();
        FolderLock folderLock = FolderLock.acquire(realFolder);
        try {
            for (Path leftover : filesIn(realFolder, FileNames::isTemporary)) {
                Files.delete(leftover);
            }
            return new FileSessionStore(realFolder, folderLock, disk);
        } catch (Throwable failure) {
            try (folderLock) {
                throw failure;
            }
        }
    }

    private static void create(Path folder, Disk disk) throws IOException {
        List<Path> parentsOfNew = new ArrayList<>();
        for (Path path = folder; path.getParent() != null && Files.notExists(path); path = path.getParent()) {
            parentsOfNew.add(path.getParent());
        }
        try {
            Files.createDirectories(folder);
            Collections.reverse(parentsOfNew);
            for (Path parent : parentsOfNew) {
                sync(parent, disk);
            }
        } catch (IOException e) {
            throw new IOException(
                    "session folder " + folder + " cannot be created (" + e
                            + "): give the path of a folder that this process may write to",
                    e);
        }
    }

    @Override
    public void save(Session session) throws IOException {
        Objects.requireNonNull(session, "session");
        Lock call = beginCall();
        try {
            keep(session);
        } finally {
            call.unlock();
        }
    }

    private void keep(Session session) throws IOException {
        Path target = folder.resolve(FileNames.session(session.id()));
        try {
            if (!isKeptAlready(session, target)) {
                Path temporary = folder.resolve(FileNames.temporary(life, temporaries.incrementAndGet()));
                try {
                    write(session, temporary);
                    replace(session, temporary, target);
                } finally {
                    remove(temporary);
                }
            }
        } catch (IOException e) {
            throw new IOException("session file " + target + " was not written: " + e, e);
        }
    }

    private void write(Session session, Path temporary) throws IOException {
        Uninterrupted.call(() -> {
            try (Disk.FreshFile file = disk.create(temporary)) {
                SessionFormat.write(session, life, file.content());
                file.sync();
                return temporary;
            }
        });
    }

    private void replace(Session session, Path temporary, Path target) throws IOException {
        Lock lock = lockOf(session.id());
        lock.lock();
        try {
            if (!isKeptAlready(session, target)) {
                disk.replace(temporary, target);
                syncFolder();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the session or a newer value is in place to stay. */
    private boolean isKeptAlready(Session session, Path target) throws IOException {
        Lock lock = lockOf(session.id());
        lock.lock();
        try {
            Optional<SessionReader.Header> header = Uninterrupted.call(() -> SessionReader.readHeader(target));
            if (header.isEmpty()
                    || !header.get().life().equals(life)
                    || header.get().version() < session.version()) {
                return false;
            }
            readFile(target);
            syncFolder();
            return true;
        } catch (NoSuchFileException | DamagedSessionFile e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void syncFolder() throws IOException {
        try {
            sync(folder, disk);
        } catch (IOException e) {
            throw new IOException(
                    "the file in place is the new one, but may not survive a power cut, for folder " + folder
                            + " cannot be synced: " + e,
                    e);
        }
    }

    private static void sync(Path folder, Disk disk) throws IOException {
        Uninterrupted.call(() -> {
            disk.syncFolder(folder);
            return folder;
        });
    }

    /** What cannot be removed now is removed when the folder is opened next. */
    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "temporary file " + temporary + " was not removed", e);
        }
    }

    private Lock lockOf(String id) {
        return locks.get(Math.floorMod(id.hashCode(), STRIPES));
    }

    /**
     * Returns the session kept under the id, by this store or an earlier one.
     *
     * @throws DamagedSessionFile if there is a file for it that is not what was written
     * @throws IOException if its file cannot be read
     */
    public Optional<Session> load(String id) throws IOException {
        Objects.requireNonNull(id, "id");
        Lock call = beginCall();
        try {
            return Optional.of(readFile(folder.resolve(FileNames.session(id))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } finally {
            call.unlock();
        }
    }

    /**
     * Returns all sessions kept, by this store or earlier ones, in no particular order.
     *
     * @throws DamagedSessionFile if a file is not what was written; {@link #load} still returns the others
     * @throws IOException if a file or the folder cannot be read
     */
    public List<Session> loadAll() throws IOException {
        Lock call = beginCall();
        try {
            List<Session> sessions = new ArrayList<>();
            for (Path file : filesIn(folder, FileNames::isSession)) {
                sessions.add(readFile(file));
            }
            return sessions;
        } finally {
            call.unlock();
        }
    }

    private static Session readFile(Path file) throws IOException {
        Session session = Uninterrupted.call(() -> SessionReader.read(file));
        String name = FileNames.session(session.id());
        if (!file.endsWith(name)) {
            throw new DamagedSessionFile(
                    file,
                    "a session whose id gives the file this name",
                    "id '" + session.id() + "', which gives " + name);
        }
        return session;
    }

    private static List<Path> filesIn(Path folder, Predicate<String> isMeant) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isMeant.test(file.getFileName().toString()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Lock beginCall() throws IOException {
        Lock call = calls.readLock();
        call.lock();
        if (closed) {
            call.unlock();
            throw new IOException("the session store of folder " + folder + " is closed: open another one");
        }
        return call;
    }

    /** Waits for the calls under way and gives the folder up. Later calls fail, but for this one. */
    @Override
    public void close() throws IOException {
        calls.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                folderLock.close();
            }
        } finally {
            calls.writeLock().unlock();
        }
    }
}
