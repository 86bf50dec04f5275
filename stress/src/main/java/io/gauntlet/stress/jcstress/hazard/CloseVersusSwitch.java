package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** A switcher has found a session by its name; before it makes the session active, a closer closes it. */
@JCStressTest
@Outcome(id = "closed, switched, a of a", expect = ACCEPTABLE, desc = "switch, close")
@Outcome(id = "closed, not found, a of a", expect = ACCEPTABLE, desc = "close, switch")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = "closed, switched, b of a", expect = FORBIDDEN, desc = "the active id names a session that is gone")
@Outcome(id = "closed, switched, none of a", expect = FORBIDDEN, desc = "a session is open and none is active")
@Outcome(id = "closed, not found, b of a", expect = FORBIDDEN, desc = "a refused switch has changed the active id")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class CloseVersusSwitch {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public CloseVersusSwitch() {
        coordinator.createSession("a", "alpha");
        coordinator.createSession("b", "beta");
    }

    @Actor
    public void closer(LLL_Result r) {
        r.r1 = Words.of("closed", () -> coordinator.closeSession("b"));
    }

    @Actor
    public void switcher(LLL_Result r) {
        r.r2 = Words.of("switched", () -> coordinator.switchSession("beta"));
    }

    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r3 = Words.of(() -> Words.activeOf(coordinator.snapshot()));
    }
}
