package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** A creator has put the first session into the list, and not yet made it the active one. */
@JCStressTest
@Outcome(id = "created, none, none", expect = ACCEPTABLE, desc = "list, active, create")
@Outcome(id = "created, none, a", expect = ACCEPTABLE, desc = "list, create, active")
@Outcome(id = "created, a, a", expect = ACCEPTABLE, desc = "create, list, active")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = "created, a, none", expect = FORBIDDEN, desc = "a session is open and none is active")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class CreateVersusList {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    @Actor
    public void creator(LLL_Result r) {
        r.r1 = Words.of("created", () -> coordinator.createSession("a", "alpha"));
    }

    @Actor
    public void lister(LLL_Result r) {
        try {
            r.r2 = Words.ids(coordinator.listSessions());
            r.r3 = Words.active(coordinator.activeSessionId());
        } catch (RuntimeException e) {
            r.r3 = Words.refusal(e);
        }
    }
}
