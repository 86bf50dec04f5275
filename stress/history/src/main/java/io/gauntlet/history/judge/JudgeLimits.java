package io.gauntlet.history.judge;

import java.time.Duration;
import java.util.Objects;

/**
 * How much a judge may spend on one verdict; beyond it the verdict is {@link Verdict.Undecided}.
 *
 * @param maxSteps how many changes may be tried
 * @param maxTime how long the judge's thread may run, looking for the culprit included: time on a processor, so that a busy
 *     machine does not change a verdict
 * @param maxMemoryBytes how much a search may need beside the history itself: what grows with the history, by an estimate,
 *     and the set of configurations that lead nowhere
 */
public record JudgeLimits(long maxSteps, Duration maxTime, long maxMemoryBytes) {

    /** @throws IllegalArgumentException if a limit is not positive */
    public JudgeLimits {
        Objects.requireNonNull(maxTime, "maxTime");
        if (maxSteps < 1 || maxMemoryBytes < 1 || maxTime.isNegative() || maxTime.isZero()) {
            throw new IllegalArgumentException("the judge may spend " + maxSteps + " steps, " + maxTime + " and "
                    + maxMemoryBytes + " bytes: each must be more than nothing");
        }
    }

    /** Returns 100 million steps, ten seconds and half a GiB. */
    public static JudgeLimits defaults() {
        return new JudgeLimits(100_000_000, Duration.ofSeconds(10), 1L << 29);
    }

    public JudgeLimits withMaxSteps(long value) {
        return new JudgeLimits(value, maxTime, maxMemoryBytes);
    }

    public JudgeLimits withMaxTime(Duration value) {
        return new JudgeLimits(maxSteps, value, maxMemoryBytes);
    }

    public JudgeLimits withMaxMemoryBytes(long value) {
        return new JudgeLimits(maxSteps, maxTime, value);
    }
}
