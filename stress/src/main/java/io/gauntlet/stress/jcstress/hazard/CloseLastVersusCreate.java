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

/** A closer has removed the last session; before it clears the active id, a creator opens a new first session. */
@JCStressTest
@Outcome(id = "closed, created, b of b", expect = ACCEPTABLE, desc = "close and create, in either order")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(
        id = "closed, created, none of b",
        expect = FORBIDDEN,
        desc = "the close has cleared the active id of the new session")
@Outcome(id = "closed, created, a of b", expect = FORBIDDEN, desc = "the active id names a session that is gone")
@Outcome(id = "closed, created, (a|b|none) of none", expect = FORBIDDEN, desc = "the new session is lost")
@Outcome(id = "closed, full, .*", expect = FORBIDDEN, desc = "the close has left no room")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class CloseLastVersusCreate {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public CloseLastVersusCreate() {
        coordinator.createSession("a", "alpha");
    }

    @Actor
    public void closer(LLL_Result r) {
        r.r1 = Words.of("closed", () -> coordinator.closeSession("a"));
    }

    @Actor
    public void creator(LLL_Result r) {
        r.r2 = Words.of("created", () -> coordinator.createSession("b", "beta"));
    }

    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r3 = Words.of(() -> Words.activeOf(coordinator.snapshot()));
    }
}
