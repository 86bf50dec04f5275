package io.gauntlet.stress.soak;

import io.gauntlet.history.History;
import io.gauntlet.history.judge.Judge;
import io.gauntlet.history.judge.JudgeLimits;
import io.gauntlet.history.judge.Verdict;
import io.gauntlet.history.record.Overlap;
import io.gauntlet.history.record.WindowSink;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges each window as it ends, while all callers stand still, and sends them home after the first that is not linearizable
 * or cannot be decided, or after so many that are.
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

    private final Judge judge;
    private final int windowsAsked;
    private volatile boolean judging;

    // Written while all callers stand still, read when they have ended.
    private int windows;
    private long calls;
    private long overlapping;
    private long steps;
    private Optional<Doubt> doubt = Optional.empty();

    WindowJudge(JudgeLimits limits, int windowsAsked) {
        this.judge = new Judge(limits);
        this.windowsAsked = windowsAsked;
    }

    @Override
    public boolean take(History window) {
        judging = true;
        try {
            Verdict verdict = judge.judge(window);
            windows++;
            calls += window.calls().size();
            overlapping += Overlap.overlappingCalls(window);
            steps += verdict.steps();
            if (!(verdict instanceof Verdict.Linearizable)) {
                doubt = Optional.of(new Doubt(windows, window, verdict));
            }
            return doubt.isEmpty() && windows < windowsAsked;
        } finally {
            judging = false;
        }
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
        return overlapping == 0 ? Optional.of("no call overlapped another: nothing was tried") : Optional.empty();
    }

    /** Returns the counts as a check's effort. */
    Map<String, Long> effort() {
        Map<String, Long> effort = new TreeMap<>();
        effort.put("windows judged", (long) windows);
        effort.put("calls judged", calls);
        effort.put("overlapping calls", overlapping);
        effort.put("steps of the judge", steps);
        return effort;
    }
}
