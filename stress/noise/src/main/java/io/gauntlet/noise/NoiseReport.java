package io.gauntlet.noise;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What noise there really was in a run.
 *
 * @param strength the strength asked for
 * @param pointsWritten how many points each class on trial got when it was loaded, by class name; classes that nothing loaded
 *     are not here
 * @param callers how many callers were enlisted
 * @param pointsPassed how many points they passed
 * @param yields how many of them let another thread go first
 * @param parks how many slept for some microseconds
 * @param spins how many kept the processor busy for some microseconds
 */
public record NoiseReport(
        NoiseStrength strength,
        SortedMap<String, Integer> pointsWritten,
        int callers,
        long pointsPassed,
        long yields,
        long parks,
        long spins) {

    /** Returns how many points were disturbed. */
    public long disturbances() {
        return yields + parks + spins;
    }

    /**
     * Returns why a trial that should have been noisy was not, in one line; nothing if it was. A trial with a gap is one that
     * did not run.
     */
    public Optional<String> gap() {
        if (strength.isOff()) {
            return Optional.of("there was no noise: it was switched off, or the program was not started through "
                    + NoisyMain.class.getSimpleName());
        }
        if (pointsWritten.values().stream().allMatch(points -> points == 0)) {
            return Optional.of("there was no noise: no point was written into any of the " + pointsWritten.size()
                    + " classes on trial that were loaded");
        }
        if (callers == 0) {
            return Optional.of("there was no noise: no caller was enlisted");
        }
        if (pointsPassed == 0) {
            return Optional.of("there was no noise: none of " + callers + " callers passed a point, though " + total()
                    + " were written");
        }
        if (disturbances() == 0) {
            return Optional.of(
                    "there was no noise: none of the " + pointsPassed + " points passed was disturbed at " + strength);
        }
        return Optional.empty();
    }

    private long total() {
        return pointsWritten.values().stream().mapToLong(Integer::intValue).sum();
    }

    /** Returns the counts as a check's effort. */
    public Map<String, Long> effort() {
        Map<String, Long> effort = new TreeMap<>();
        effort.put("noise: one point disturbed in", (long) strength.onceIn());
        effort.put("noise: points written", total());
        effort.put("noise: points passed", pointsPassed);
        effort.put("noise: yields", yields);
        effort.put("noise: parks", parks);
        effort.put("noise: spins", spins);
        return effort;
    }
}
