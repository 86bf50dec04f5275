package io.gauntlet.coordinator.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The steps of writing whose order decides what a power cut leaves. */
interface Disk {

    /** Creates a file, or empties the one of that name. */
    FreshFile create(Path file) throws IOException;

    /** Renames {@code file} to {@code target} in one step, in place of what was there. */
    void replace(Path file, Path target) throws IOException;

    /** Makes the folder's entries, the renamed ones among them, survive a power cut. */
    void syncFolder(Path folder) throws IOException;

    /** A file being written. */
    interface FreshFile extends Closeable {

        OutputStream content();

        /** Makes the content written so far survive a power cut. */
        void sync() throws IOException;
    }
}
