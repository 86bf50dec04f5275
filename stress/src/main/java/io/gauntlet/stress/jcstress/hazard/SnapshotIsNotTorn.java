package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A snapshot takes its sessions from one instant, and its active id from another. */
@JCStressTest
@Outcome(id = "changed, a of a", expect = ACCEPTABLE, desc = "snapshot, create, close")
@Outcome(id = "changed, a of a b", expect = ACCEPTABLE, desc = "create, snapshot, close")
@Outcome(id = "changed, b of b", expect = ACCEPTABLE, desc = "create, close, snapshot")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = "changed, a of b", expect = FORBIDDEN, desc = "sessions from after the close, active id from before it")
@Outcome(id = "changed, b of a b", expect = FORBIDDEN, desc = "sessions from before the close, active id from after it")
@Outcome(id = "changed, b of a", expect = FORBIDDEN, desc = "sessions from before the create, active id from after it")
@Outcome(id = "changed, none of (a|b|a b)", expect = FORBIDDEN, desc = "sessions are open and none is active")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class SnapshotIsNotTorn {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public SnapshotIsNotTorn() {
        coordinator.createSession("a", "alpha");
    }

    @Actor
    public void changer(LL_Result r) {
        try {
            coordinator.createSession("b", "beta");
            coordinator.closeSession("a");
            r.r1 = "changed";
        } catch (RuntimeException e) {
            r.r1 = Words.refusal(e);
        }
    }

    @Actor
    public void snapper(LL_Result r) {
        r.r2 = Words.of(() -> Words.activeOf(coordinator.snapshot()));
    }
}
