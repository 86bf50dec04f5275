package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** A processor has drained the queue and not yet applied what was in it; a poster posts another change and looks for both. */
@JCStressTest
@Outcome(
        id = "1 applied, queued, 1 pending 1 visible, 1 applied",
        expect = ACCEPTABLE,
        desc = "process, post, snapshot")
@Outcome(id = "2 applied, queued, 0 pending 2 visible, nothing", expect = ACCEPTABLE, desc = "post, process, snapshot")
@Outcome(id = "2 applied, queued, 2 pending 0 visible, nothing", expect = ACCEPTABLE, desc = "post, snapshot, process")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(
        id = {".*, 1 pending 0 visible, .*", ".*, 0 pending [01] visible, .*"},
        expect = FORBIDDEN,
        desc = "a drained change is neither pending nor visible")
@Outcome(
        id = {".*, 2 pending [12] visible, .*", ".*, 1 pending 2 visible, .*"},
        expect = FORBIDDEN,
        desc = "a change that is visible is still pending")
@Outcome(id = "1 applied, queued, .*, nothing", expect = FORBIDDEN, desc = "the posted change is lost")
@Outcome(id = "2 applied, queued, .*, [12] applied", expect = FORBIDDEN, desc = "a change was applied twice")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class PostVersusProcess {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public PostVersusProcess() {
        coordinator.createSession("a", "alpha");
        coordinator.postStateChange(new StateChange.Error("a", "out of memory"));
    }

    @Actor
    public void processor(LLLL_Result r) {
        r.r1 = Words.of(() -> Words.counts(coordinator.processStateChanges()));
    }

    @Actor
    public void poster(LLLL_Result r) {
        try {
            boolean queued = coordinator.postStateChange(new StateChange.Processing("a"));
            r.r2 = queued ? "queued" : "dropped";
            r.r3 = pendingAndVisible(coordinator.snapshot());
        } catch (RuntimeException e) {
            r.r3 = Words.refusal(e);
        }
    }

    @Arbiter
    public void afterwards(LLLL_Result r) {
        r.r4 = Words.of(() -> Words.counts(coordinator.processStateChanges()));
    }

    private static String pendingAndVisible(CoordinatorSnapshot snapshot) {
        Session session = snapshot.sessions().get(0);
        int visible = (session.lastError() == null ? 0 : 1) + (session.state() == SessionState.PROCESSING ? 1 : 0);
        return snapshot.pendingStateChanges() + " pending " + visible + " visible";
    }
}
