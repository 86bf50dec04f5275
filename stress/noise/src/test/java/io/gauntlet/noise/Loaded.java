package io.gauntlet.noise;

import io.gauntlet.noise.sample.Act;
import java.util.List;
import java.util.OptionalLong;

/** A class of the samples, loaded with noise. */
final class Loaded {

    static final String SAMPLES = Act.class.getPackageName();

    private Loaded() {}

    static NoiseSettings settings(int onceIn, NoiseReach reach) {
        return new NoiseSettings(new NoiseStrength(onceIn), OptionalLong.empty(), reach, new OnTrial(List.of(SAMPLES)));
    }

    static Class<?> noisy(Class<?> type, NoiseSettings settings) {
        try {
            return Class.forName(type.getName(), true, new NoisyClassLoader(Loaded.class.getClassLoader(), settings));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(type + " is on the class path", e);
        }
    }

    static <T> T instance(Class<?> type, Class<T> as) {
        try {
            return as.cast(type.getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made", e);
        }
    }
}
