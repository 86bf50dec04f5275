package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Two posters both find room for one more change, or two drops are counted as one. */
@JCStressTest
@Outcome(
        id = "queued, dropped, 1 dropped, 2 pending 1 dropped",
        expect = ACCEPTABLE,
        desc = "first post, second post, count")
@Outcome(
        id = "dropped, queued, 0 dropped, 2 pending 1 dropped",
        expect = ACCEPTABLE,
        desc = "second post, count, first post")
@Outcome(
        id = "dropped, queued, 1 dropped, 2 pending 1 dropped",
        expect = ACCEPTABLE,
        desc = "second post, first post, count")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = "queued, queued, .*", expect = FORBIDDEN, desc = "both took the last place in the queue")
@Outcome(
        id = "dropped, dropped, .*",
        expect = FORBIDDEN,
        desc = "each was dropped for the other: the last place stays free")
@Outcome(id = ".*, [12] pending 0 dropped", expect = FORBIDDEN, desc = "a dropped change was not counted")
@Outcome(
        id = "queued, dropped, 0 dropped, .*",
        expect = FORBIDDEN,
        desc = "the drop was answered before it was counted")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class QueueLimitRace {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public QueueLimitRace() {
        coordinator.postStateChange(new StateChange.Processing("a"));
    }

    @Actor
    public void poster(LLLL_Result r) {
        r.r1 = Words.of(() -> queuedOrDropped(coordinator.postStateChange(new StateChange.NeedsInput("a"))));
    }

    @Actor
    public void posterAndCounter(LLLL_Result r) {
        try {
            r.r2 = queuedOrDropped(coordinator.postStateChange(new StateChange.Completed("a")));
            r.r3 = coordinator.droppedStateChanges() + " dropped";
        } catch (RuntimeException e) {
            r.r3 = Words.refusal(e);
        }
    }

    @Arbiter
    public void afterwards(LLLL_Result r) {
        try {
            CoordinatorSnapshot snapshot = coordinator.snapshot();
            r.r4 = snapshot.pendingStateChanges() + " pending " + snapshot.droppedStateChanges() + " dropped";
        } catch (RuntimeException e) {
            r.r4 = Words.refusal(e);
        }
    }

    private static String queuedOrDropped(boolean queued) {
        return queued ? "queued" : "dropped";
    }
}
