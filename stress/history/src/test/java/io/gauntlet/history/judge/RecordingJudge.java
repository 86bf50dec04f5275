package io.gauntlet.history.judge;

import io.gauntlet.history.History;
import io.gauntlet.history.record.WindowSink;

/** A judge that knows the recorder, for the test of the test. */
public final class RecordingJudge implements WindowSink {

    @Override
    public boolean take(History window) {
        return new Judge(JudgeLimits.defaults()).judge(window) instanceof Verdict.Linearizable;
    }
}
