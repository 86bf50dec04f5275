package io.gauntlet.noise;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs another program's {@code main} with noise in the classes on trial, as {@link NoiseSettings} say; at a strength of 0 it
 * runs it as if it had been started itself, every class as it was compiled.
 */
public final class NoisyMain {

    private static final String NOBODY = "-";

    private NoisyMain() {}

    /**
     * Returns the words that {@link #main} needs.
     *
     * @param ownClass a class of a user, whose whole package is to be noisy too; any name without a dot stands for none
     * @param program the program to run
     * @param words what its {@code main} is given
     */
    public static List<String> commandLine(String ownClass, Class<?> program, List<String> words) {
        return Stream.concat(Stream.of(ownClass.contains(".") ? ownClass : NOBODY, program.getName()), words.stream())
                .toList();
    }

    /**
     * Runs the program named.
     *
     * @param words a user's own class or {@code -}, the program's main class, and the words for it
     * @throws Throwable whatever the program throws, and what is wrong with the settings
     */
    public static void main(String[] words) throws Throwable {
        if (words.length < 2) {
            throw new IllegalArgumentException("at least 2 arguments are needed - a class of your own or " + NOBODY
                    + ", a main class - not " + words.length + ": " + String.join(" ", words));
        }
        NoiseSettings settings = NoiseSettings.read(System.getProperties());
        NoiseSettings widened = words[0].equals(NOBODY) ? settings : settings.withPackageOf(words[0]);
        ClassLoader loader = NoisyMain.class.getClassLoader();
        if (!settings.strength().isOff()) {
            loader = new NoisyClassLoader(loader, widened);
            // What looks for services or resources finds classes that fit.
            Thread.currentThread().setContextClassLoader(loader);
        }
        run(Class.forName(words[1], /* initialize= */ true, loader), Arrays.copyOfRange(words, 2, words.length));
    }

    private static void run(Class<?> program, String[] words) throws Throwable {
        try {
            program.getMethod("main", String[].class).invoke(null, (Object) words);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
