package io.gauntlet.coordinator.store;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A store that is broken: it writes over the file in place, in two goes. A kill in between leaves half a session. */
final class BrokenInPlaceStore implements SessionStore {

    private final Path folder;
    private final FaultyDisk disk;
    private final UUID life = UUID.randomUUID();

    /** @param disk which is told of the moment between the two goes, as of a write */
    BrokenInPlaceStore(Path folder, FaultyDisk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    @Override
    public void save(Session session) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SessionFormat.write(session, life, bytes);
        ByteBuffer content = ByteBuffer.wrap(bytes.toByteArray());
        try (FileChannel file = FileChannel.open(
                folder.resolve(FileNames.session(session.id())),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            write(content, content.capacity() / 2, file);
            file.force(/* metaData= */ true);
            disk.halfWay();
            write(content, content.capacity(), file);
        }
    }

    private static void write(ByteBuffer content, int until, FileChannel file) throws IOException {
        content.limit(until);
        while (content.hasRemaining()) {
            file.write(content);
        }
    }
}
