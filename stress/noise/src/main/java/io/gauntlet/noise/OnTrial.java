package io.gauntlet.noise;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which classes points are written into.
 *
 * @param names of packages, each without those below it, and of classes, each with those nested in it
 */
public record OnTrial(List<String> names) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");
    private static final List<String> NEVER = List.of("java", "javax", "jdk", "sun");

    /** @throws IllegalArgumentException if there is no name, or one is not allowed */
    public OnTrial {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("noise needs at least one package or class to write its points into");
        }
        names.forEach(OnTrial::requireAllowed);
    }

    private static void requireAllowed(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a package or class (-D"
                    + NoiseSettings.ON_TRIAL + ", names separated by commas)");
        }
        if (NEVER.contains(name.split("\\.", 2)[0]) || name.equals(NoisyClassLoader.OWN_PACKAGE)) {
            throw new IllegalArgumentException("noise cannot be written into " + name
                    + ": the JDK, and noise itself, are loaded before it begins (-D" + NoiseSettings.ON_TRIAL + ")");
        }
    }

    /**
     * Reads names separated by commas.
     *
     * @throws IllegalArgumentException if one is not allowed
     */
    public static OnTrial parse(String text) {
        return new OnTrial(Arrays.stream(text.split(",", /* limit= */ -1))
                .map(String::strip)
                .toList());
    }

    /** Returns what these names mean and all that shares a package with a class: a user's own guard and what it is made of. */
    public OnTrial withPackageOf(String className) {
        String added = className.contains(".") ? packageOf(className) : className;
        return new OnTrial(
                Stream.concat(names.stream(), Stream.of(added)).distinct().toList());
    }

    boolean includes(String className) {
        return names.stream()
                .anyMatch(name -> className.equals(name)
                        || className.startsWith(name + "$")
                        || packageOf(className).equals(name));
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /** Returns the names, separated by commas. */
    @Override
    public String toString() {
        return String.join(",", names);
    }
}
