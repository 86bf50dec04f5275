package io.gauntlet.benchmarks.compare;

import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import java.util.ArrayList;
import java.util.List;

/** Regimes that differ from the one in the middle in one thing each. */
final class Star {

    static final int WRITERS = 8;

    static final Regime CENTRE = new Regime(Axes.CALLERS, CallerThreads.PLATFORM, 0, Axes.READS, Axes.SESSIONS);

    private Star() {}

    static List<Regime> ofReads(List<Integer> reads) {
        return reads.stream()
                .map(read -> new Regime(Axes.CALLERS, CallerThreads.PLATFORM, 0, read, Axes.SESSIONS))
                .toList();
    }

    /** Returns all of them: reads, callers (StampedLock changes its path at the 127th reader), sessions, writers, threads. */
    static List<Regime> whole(boolean virtual) {
        List<Regime> regimes = new ArrayList<>(ofReads(List.of(100, 99, 90, 50, 0)));
        for (int callers : List.of(1, 8, 32, 126, 256)) {
            regimes.add(new Regime(callers, CallerThreads.PLATFORM, 0, Axes.READS, Axes.SESSIONS));
        }
        for (int sessions : List.of(1_000, 10_000)) {
            regimes.add(new Regime(Axes.CALLERS, CallerThreads.PLATFORM, 0, Axes.READS, sessions));
        }
        regimes.add(new Regime(Axes.CALLERS, CallerThreads.PLATFORM, WRITERS, 100, Axes.SESSIONS));
        if (virtual) {
            for (int reads : List.of(99, 90)) {
                regimes.add(new Regime(Axes.CALLERS, CallerThreads.VIRTUAL, 0, reads, Axes.SESSIONS));
            }
        }
        return List.copyOf(regimes);
    }
}
