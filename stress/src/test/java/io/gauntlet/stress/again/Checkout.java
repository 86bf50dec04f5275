package io.gauntlet.stress.again;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.xml.sax.SAXException;

/**
 * The folder that the build is in.
 *
 * @param modules as the root's pom names them
 */
record Checkout(Path root, List<String> modules) {

    private static final String TEST_CLASS = "(Test.*|.*(Test|Tests|TestCase))\\.class";

    Checkout {
        modules = List.copyOf(modules);
    }

    /** Reads the pom in a folder. */
    static Checkout read(Path root) throws IOException {
        Path pom = root.resolve("pom.xml");
        try {
            return new Checkout(
                    root,
                    Xml.elements(Xml.parse(pom).getElementsByTagName("module")).stream()
                            .map(module -> module.getTextContent().strip())
                            .toList());
        } catch (SAXException e) {
            throw new IOException(pom + " is no XML: " + e.getMessage(), e);
        }
    }

    /** Returns where the reports of a kind are written. */
    List<Path> reportFolders(Kind kind) {
        return modules.stream()
                .map(module -> target(module).resolve(kind.reportFolder()))
                .toList();
    }

    /** Returns the names of the classes of a module that surefire takes for tests. */
    List<String> testClasses(String module) throws IOException {
        Path classes = target(module).resolve("test-classes");
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.getFileName().toString().matches(TEST_CLASS))
                    .map(file -> classes.relativize(file).toString().replace('/', '.'))
                    .filter(name -> !name.contains("$"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }

    /** Returns where the trials keep what they found. */
    Path evidence() {
        return target("stress").resolve("evidence");
    }

    private Path target(String module) {
        return root.resolve(module).resolve("target");
    }

    /** Deletes a folder with all that is in it, where there is one. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Copies a folder with all that is in it, where there is one. */
    static void copy(Path folder, Path to) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
