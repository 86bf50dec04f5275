package io.gauntlet.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * SHA-256 over the classes of the coordinator: two pieces of evidence with one fingerprint speak of the same bytes. A folder
 * of classes, a jar and a shaded jar with the same classes have the same fingerprint.
 */
public final class ClassesFingerprint {

    private static final String ROOT = "io/gauntlet/coordinator/";

    private ClassesFingerprint() {}

    /**
     * Computes the fingerprint of the coordinator that {@code anchor} was loaded with.
     *
     * @param anchor a class of package {@code io.gauntlet.coordinator} or below
     * @throws IllegalArgumentException if {@code anchor} is none, or was loaded from neither a folder nor a jar
     * @throws UncheckedIOException if its classes cannot be read
     */
    public static String of(Class<?> anchor) {
        if (!anchor.getName().replace('.', '/').startsWith(ROOT)) {
            throw new IllegalArgumentException(
                    anchor.getName() + " is no class of the coordinator: pass one of package io.gauntlet.coordinator");
        }
        Path source = sourceOf(anchor);
        try {
            return digest(Files.isDirectory(source) ? inFolder(source) : inJar(source));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the coordinator's classes in " + source, e);
        }
    }

    private static Path sourceOf(Class<?> anchor) {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalArgumentException(anchor.getName() + " does not say what it was loaded from");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            throw new IllegalArgumentException(
                    anchor.getName() + " was loaded from " + source.getLocation() + ", neither a folder nor a jar", e);
        }
    }

    private static SortedMap<String, byte[]> inFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(ROOT))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (counts(name)) {
                    classes.put(name, Files.readAllBytes(file));
                }
            }
        }
        return classes;
    }

    private static SortedMap<String, byte[]> inJar(Path jar) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (counts(entry.getName())) {
                    classes.put(entry.getName(), file.getInputStream(entry).readAllBytes());
                }
            }
        }
        return classes;
    }

    private static boolean counts(String name) {
        return name.startsWith(ROOT) && name.endsWith(".class") && !name.endsWith("package-info.class");
    }

    private static String digest(SortedMap<String, byte[]> classes) {
        MessageDigest digest = sha256();
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
            digest.update((name.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(name);
            digest.update((entry.getValue().length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(entry.getValue());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
