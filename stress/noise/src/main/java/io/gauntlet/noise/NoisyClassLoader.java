package io.gauntlet.noise;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads a whole program a second time, with points written into the classes on trial.
 *
 * <p>Not only those: a class on trial and the harness that calls it must agree on every class that both name. So this loader
 * asks its parent for bytes, and for classes only where they are the JDK's or belong to noise itself, of which there must be
 * one alone. A class says where it was loaded from as it would without noise.
 *
 * <p>A class on trial that cannot be given its points is not loaded at all: code that runs undisturbed must not be taken for
 * code that stood noise.
 */
public final class NoisyClassLoader extends ClassLoader {

    static final String OWN_PACKAGE = "io.gauntlet.noise";

    private static final String OF_THE_JDK = "jrt";

    static {
        registerAsParallelCapable();
    }

    private final OnTrial onTrial;
    private final PointWriter writer;
    private final Map<String, Integer> pointsWritten = new ConcurrentHashMap<>();

    /** Loads what {@code parent} would. */
    public NoisyClassLoader(ClassLoader parent, NoiseSettings settings) {
        super("noise", parent);
        this.onTrial = settings.onTrial();
        this.writer = new PointWriter(settings.reach(), new ClassFacts.Known(this::bytesOf));
    }

    /** Returns the loader that wrote points into the class, or would have, were it on trial. */
    static Optional<NoisyClassLoader> of(Class<?> type) {
        return type.getClassLoader() instanceof NoisyClassLoader noisy ? Optional.of(noisy) : Optional.empty();
    }

    /** Returns how many points were written into each class on trial that was loaded so far, by its name. */
    Map<String, Integer> pointsWritten() {
        return Map.copyOf(pointsWritten);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = load(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private Class<?> load(String name) throws ClassNotFoundException {
        if (name.startsWith("java.")
                || name.substring(0, Math.max(0, name.lastIndexOf('.'))).equals(OWN_PACKAGE)) {
            return getParent().loadClass(name);
        }
        URL resource = getParent().getResource(fileOf(name.replace('.', '/')));
        if (resource == null) {
            throw new ClassNotFoundException(name);
        }
        if (resource.getProtocol().equals(OF_THE_JDK)) {
            return getParent().loadClass(name);
        }
        try {
            byte[] bytes = noisy(name, read(resource));
            return defineClass(name, bytes, 0, bytes.length, domain(resource, name));
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " cannot be read from " + resource, e);
        }
    }

    private byte[] noisy(String name, byte[] compiled) {
        if (!onTrial.includes(name)) {
            return compiled;
        }
        try {
            PointWriter.Written written = writer.write(compiled);
            pointsWritten.put(name, written.points());
            return written.bytes();
        } catch (RuntimeException e) {
            throw new LinkageError("no points of noise could be written into " + name + ": " + e, e);
        }
    }

    private static String fileOf(String internalName) {
        return internalName + ".class";
    }

    private byte @Nullable [] bytesOf(String internalName) throws IOException {
        URL resource = getParent().getResource(fileOf(internalName));
        return resource == null ? null : read(resource);
    }

    private static byte[] read(URL resource) throws IOException {
        try (InputStream bytes = resource.openStream()) {
            return bytes.readAllBytes();
        }
    }

    private ProtectionDomain domain(URL resource, String name) throws IOException {
        CodeSource source = new CodeSource(sourceOf(resource, name), (Certificate[]) null);
        return new ProtectionDomain(source, /* permissions= */ null, this, /* principals= */ null);
    }

    /** Returns the jar, or the folder that is the root of the packages. */
    private static URL sourceOf(URL resource, String name) throws IOException {
        URLConnection connection = resource.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return jar.getJarFileURL();
        }
        String text = resource.toString();
        String file = fileOf(name.replace('.', '/'));
        if (!text.endsWith(file)) {
            throw new MalformedURLException(resource + " does not end with " + file);
        }
        return new URL(text.substring(0, text.length() - file.length()));
    }
}
