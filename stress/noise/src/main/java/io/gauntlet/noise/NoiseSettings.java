package io.gauntlet.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * How much noise a person asked for, by system properties:
 *
 * <ul>
 *   <li>{@code gauntlet.noise.strength}: 0 for none, or {@code 1/50} for a disturbance at one point in 50;
 *   <li>{@code gauntlet.noise.seed}: a whole number, for other noise beside the same operations; the trial's seed unless given;
 *   <li>{@code gauntlet.noise.reach}: synchronization, or memory as usual;
 *   <li>{@code gauntlet.noise.packages}: packages and classes to write points into, separated by commas.
 * </ul>
 *
 * An empty value is as good as none. Every value is checked before anything runs.
 *
 * @param strength how often a point is disturbed
 * @param seed of the noise; empty for the trial's own
 * @param reach where points are written
 * @param onTrial which classes they are written into
 */
public record NoiseSettings(NoiseStrength strength, OptionalLong seed, NoiseReach reach, OnTrial onTrial) {

    static final String STRENGTH = "gauntlet.noise.strength";
    static final String SEED = "gauntlet.noise.seed";
    static final String REACH = "gauntlet.noise.reach";
    static final String ON_TRIAL = "gauntlet.noise.packages";

    private static final String USUAL_STRENGTH = "1/200";
    private static final String USUALLY_ON_TRIAL = "io.gauntlet.coordinator,io.gauntlet.coordinator.guard,"
            + "io.gauntlet.coordinator.rules,io.gauntlet.stress.museum";

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if a value is not allowed; the message names it and what is
     */
    public static NoiseSettings read(Properties properties) {
        return new NoiseSettings(
                NoiseStrength.parse(value(properties, STRENGTH, USUAL_STRENGTH)),
                seed(value(properties, SEED, "")),
                NoiseReach.parse(value(properties, REACH, NoiseReach.MEMORY.text())),
                OnTrial.parse(value(properties, ON_TRIAL, USUALLY_ON_TRIAL)));
    }

    private static String value(Properties properties, String key, String otherwise) {
        String value = properties.getProperty(key, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static OptionalLong seed(String text) {
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the seed of the noise, '" + text + "', is no whole number that a long can hold (-D" + SEED + ")",
                    e);
        }
    }

    /** Returns these settings at another strength. */
    public NoiseSettings with(NoiseStrength other) {
        return new NoiseSettings(other, seed, reach, onTrial);
    }

    /** Returns these settings with points in all that shares a package with a class. */
    public NoiseSettings withPackageOf(String className) {
        return new NoiseSettings(strength, seed, reach, onTrial.withPackageOf(className));
    }

    /** Returns the options of a JVM in which {@link #read} finds these settings again. */
    public List<String> toJvmArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-D" + STRENGTH + "=" + strength, "-D" + REACH + "=" + reach.text(), "-D" + ON_TRIAL + "=" + onTrial));
        seed.ifPresent(given -> arguments.add("-D" + SEED + "=" + given));
        return arguments;
    }
}
