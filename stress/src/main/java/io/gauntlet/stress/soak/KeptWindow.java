package io.gauntlet.stress.soak;

import io.gauntlet.history.History;
import io.gauntlet.history.command.HistoryMain;
import io.gauntlet.history.file.HistoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A window kept in a file, for whoever wants to judge it again.
 *
 * @param file where it is
 */
record KeptWindow(Path file) {

    private static final String EXECUTABLE = "stress/target/jcstress.jar";
    private static final Path BUILD_FOLDER = Path.of("target");

    /** Writes the window into the folder. */
    static KeptWindow in(Path folder, int number, History window) throws IOException {
        Path file = folder.resolve("window-" + number + ".history");
        Files.createDirectories(folder);
        HistoryFiles.write(file, List.of(window));
        return new KeptWindow(file);
    }

    /** Returns the command that a person types to judge it again from a checkout. */
    String replay() {
        return "java -cp " + EXECUTABLE + " " + HistoryMain.class.getName() + " judge " + fromCheckout(file);
    }

    /** A path that means the same in any checkout: from the module that has the last folder named target. */
    private static Path fromCheckout(Path file) {
        for (int name = file.getNameCount() - 1; name > 0; name--) {
            if (file.getName(name).equals(BUILD_FOLDER)) {
                return file.subpath(name - 1, file.getNameCount());
            }
        }
        return file;
    }
}
