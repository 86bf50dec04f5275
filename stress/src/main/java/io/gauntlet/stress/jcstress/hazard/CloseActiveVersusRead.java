package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** The active session is gone, and its id is still the active one; or the other way round. */
@JCStressTest
@Outcome(id = "closed, none, b, none", expect = ACCEPTABLE, desc = "close, get, active, get")
@Outcome(id = "closed, a, b, none", expect = ACCEPTABLE, desc = "get, close, active, get")
@Outcome(id = "closed, a, a, none", expect = ACCEPTABLE, desc = "get, active, close, get")
@Outcome(id = "closed, a, a, a", expect = ACCEPTABLE, desc = "get, active, get, close")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = "closed, none, a, none", expect = FORBIDDEN, desc = "the active id names a session that is gone")
@Outcome(id = "closed, a, b, a", expect = FORBIDDEN, desc = "the active id has left a session that is still there")
@Outcome(id = "closed, (a|none), none, (a|none)", expect = FORBIDDEN, desc = "a session is open and none is active")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class CloseActiveVersusRead {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public CloseActiveVersusRead() {
        coordinator.createSession("a", "alpha");
        coordinator.createSession("b", "beta");
    }

    @Actor
    public void closer(LLLL_Result r) {
        r.r1 = Words.of("closed", () -> coordinator.closeSession("a"));
    }

    @Actor
    public void reader(LLLL_Result r) {
        try {
            r.r2 = Words.id(coordinator.getSession("a"));
            r.r3 = Words.active(coordinator.activeSessionId());
            r.r4 = Words.id(coordinator.getSession("a"));
        } catch (RuntimeException e) {
            r.r4 = Words.refusal(e);
        }
    }
}
