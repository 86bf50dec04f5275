package io.gauntlet.noise;

import org.jspecify.annotations.Nullable;

/**
 * The hook that the classes on trial are made to call: a point in their code where the calling thread may be held up.
 *
 * <p><b>It hides nothing.</b> What a caller does here touches what is its own alone: an entry in the map of its own thread, and
 * a {@link CallerNoise} that no other thread looks at before this one has ended. There is no volatile field, no lock and no
 * atomic shared by two callers, so no point adds an edge to happens-before: a race between two callers is a race with noise
 * too. Nothing is allocated, so no collection is triggered that would stop all callers in the same place.
 *
 * <p>Three things it cannot help. A compiler keeps no value of a plain field in a register across a disturbance, so a field
 * that it would never have read again may be read again; where points lie beside synchronization alone, it seldom could have
 * kept it. A yield or a park enters the operating system, which empties the processor's store buffer: reordering by hardware
 * is seen less, not more, at a point that is disturbed. And a call makes a method bigger, which the JIT compiler may answer by
 * inlining less. So noise is for bugs of interleaving; those of reordering are jcstress's, which runs without.
 *
 * <p>A thread that was not enlisted by {@link NoisyCallers} passes every point undisturbed and uncounted: the threads of the
 * harness use classes on trial as well, as a reference.
 */
public final class Noise {

    private static final ThreadLocal<@Nullable CallerNoise> CALLER = new ThreadLocal<>();

    private Noise() {}

    /** Passes a point: the calling thread may be held up for some microseconds, or let another one go first. */
    public static void point() {
        CallerNoise caller = CALLER.get();
        if (caller != null) {
            caller.pass();
        }
    }

    /**
     * Returns whether a class was loaded by a loader that writes points: for whoever measures, and must refuse to go on. False
     * in a JVM that was not started through {@link NoisyMain}, of any class.
     */
    public static boolean isActive(Class<?> type) {
        return NoisyClassLoader.of(type).isPresent();
    }

    /** Returns how many points were written into a class. */
    public static int pointsWritten(Class<?> type) {
        return NoisyClassLoader.of(type)
                .map(loader -> loader.pointsWritten().getOrDefault(type.getName(), 0))
                .orElse(0);
    }

    /** Runs {@code body} in the calling thread, disturbed by {@code caller}. */
    static void during(CallerNoise caller, Runnable body) {
        CALLER.set(caller);
        try {
            body.run();
        } finally {
            CALLER.remove();
        }
    }
}
