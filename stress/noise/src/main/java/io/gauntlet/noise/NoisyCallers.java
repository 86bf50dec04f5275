package io.gauntlet.noise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * The callers of one run that are to be disturbed: each thread enlisted here, and no other. For the thread that starts them
 * and waits for them.
 */
public final class NoisyCallers {

    private final NoiseSettings settings;
    private final long seed;
    private final Class<?> trial;
    private final List<CallerNoise> enlisted = new ArrayList<>();

    private NoisyCallers(NoiseSettings settings, long seed, Class<?> trial) {
        this.settings = settings;
        this.seed = seed;
        this.trial = trial;
    }

    /**
     * Makes the list of a run, nobody on it yet.
     *
     * @param trial a class of the program that runs: whether it was loaded with noise decides whether there is any
     * @param settings the strength, and a seed if noise has its own
     * @param trialSeed the seed otherwise
     */
    public static NoisyCallers of(Class<?> trial, NoiseSettings settings, long trialSeed) {
        NoiseSettings real = Noise.isActive(trial) ? settings : settings.with(NoiseStrength.OFF);
        return new NoisyCallers(real, settings.seed().orElse(trialSeed), trial);
    }

    /**
     * Enlists the thread that will run {@code body}, once.
     *
     * @param caller its number: with seed and strength it decides which points are disturbed, and how
     * @return what the thread is to run instead; {@code body} itself if there is no noise
     */
    public Runnable around(int caller, Runnable body) {
        if (settings.strength().isOff()) {
            return body;
        }
        CallerNoise noise = new CallerNoise(settings.strength(), seed, caller);
        enlisted.add(noise);
        return () -> Noise.during(noise, body);
    }

    /** Returns what noise there was; to be asked when all callers have ended, and known to have. */
    public NoiseReport report() {
        return new NoiseReport(
                settings.strength(),
                Collections.unmodifiableSortedMap(new TreeMap<>(NoisyClassLoader.of(trial)
                        .map(NoisyClassLoader::pointsWritten)
                        .orElseGet(Collections::emptyMap))),
                enlisted.size(),
                enlisted.stream().mapToLong(CallerNoise::points).sum(),
                enlisted.stream().mapToLong(CallerNoise::yields).sum(),
                enlisted.stream().mapToLong(CallerNoise::parks).sum(),
                enlisted.stream().mapToLong(CallerNoise::spins).sum());
    }
}
