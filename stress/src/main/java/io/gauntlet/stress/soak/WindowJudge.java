package io.gauntlet.stress.soak;

import io.gauntlet.history.History;
import io.gauntlet.history.judge.Judge;
import io.gauntlet.history.judge.JudgeLimits;
import io.gauntlet.history.judge.Verdict;
import io.gauntlet.history.record.Overlap;
import io.gauntlet.history.record.WindowSink;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges each window as it ends, while all callers stand still, and sends them home after the first that is not linearizable,
 * or after so many that are. A window that cannot be decided ends the run too, unless it is a canary's: that a planted bug
 * can be caught is shown as well by another window. Whatever became of the others, a run with such a window is not passed.
 */
final class WindowJudge implements WindowSink {

    /**
     * A window that was not explained.
     *
     * @param number counted from 1
     * @param window what was recorded
     * @param verdict what the judge says
     */
    record Doubt(int number, History window, Verdict verdict) {}

    /**
     * For the first look, in which nearly every window is decided. A judge that finds that no order explains a window takes as
     * long again as it may, to make what it shows small.
     */
    private static final Duration FIRST_LOOK = Duration.ofMillis(500);

    private final Judge hasty;
    private final Judge patient;
    private final int windowsAsked;
    private final boolean goesOnUndecided;
    private volatile boolean judging;

    // Written while all callers stand still, read when they have ended.
    private int windows;
    private long calls;
    private long overlapping;
    private long steps;
    private long mostSteps;
    private int undecided;
    private Optional<Doubt> doubt = Optional.empty();

    private WindowJudge(JudgeLimits limits, int windowsAsked, boolean goesOnUndecided) {
        this.goesOnUndecided = goesOnUndecided;
        this.hasty = new Judge(limits.withMaxTime(min(limits.maxTime(), FIRST_LOOK)));
        this.patient = new Judge(limits);
        this.windowsAsked = windowsAsked;
    }

    /** Returns a judge of a subject. */
    static WindowJudge ofSubject(JudgeLimits limits, int windowsAsked) {
        return new WindowJudge(limits, windowsAsked, /* goesOnUndecided= */ false);
    }

    /** Returns a judge of a canary. */
    static WindowJudge ofCanary(JudgeLimits limits, int windowsAsked) {
        return new WindowJudge(
                limits.withMaxTime(min(limits.maxTime(), FIRST_LOOK)), windowsAsked, /* goesOnUndecided= */ true);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public boolean take(History window) {
        judging = true;
        try {
            Verdict verdict = verdict(window);
            windows++;
            calls += window.calls().size();
            overlapping += Overlap.overlappingCalls(window);
            steps += verdict.steps();
            mostSteps = Math.max(mostSteps, verdict.steps());
            if (verdict instanceof Verdict.Undecided) {
                undecided++;
            }
            if (verdict instanceof Verdict.NotLinearizable
                    || (verdict instanceof Verdict.Undecided && !goesOnUndecided)) {
                doubt = Optional.of(new Doubt(windows, window, verdict));
            }
            return doubt.isEmpty() && windows < windowsAsked;
        } finally {
            judging = false;
        }
    }

    private Verdict verdict(History window) {
        Verdict verdict = hasty.judge(window);
        return verdict instanceof Verdict.Undecided && !goesOnUndecided ? patient.judge(window) : verdict;
    }

    /** Returns whether it is at work, and callers wait for it rather than for each other; for any thread. */
    boolean isJudging() {
        return judging;
    }

    Optional<Doubt> doubt() {
        return doubt;
    }

    /** Returns why what was judged is too little to say anything good; empty if it is not. */
    Optional<String> shortcoming() {
        if (windows < windowsAsked) {
            return Optional.of(windows + " of " + windowsAsked + " windows were judged");
        }
        if (undecided > 0) {
            return Optional.of(undecided + " windows are undecided");
        }
        return overlapping == 0 ? Optional.of("no call overlapped another: nothing was tried") : Optional.empty();
    }

    /** Returns the counts as a check's effort. */
    Map<String, Long> effort() {
        Map<String, Long> effort = new TreeMap<>();
        effort.put("windows judged", (long) windows);
        effort.put("calls judged", calls);
        effort.put("overlapping calls", overlapping);
        effort.put("steps of the judge", steps);
        effort.put("steps of the judge, most in a window", mostSteps);
        return effort;
    }
}
