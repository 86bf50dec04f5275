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

/** A switcher has seen that there is a session number 2; before it fetches that, a closer makes the list shorter. */
@JCStressTest
@Outcome(id = "closed, b, b of b", expect = ACCEPTABLE, desc = "switch, close")
@Outcome(id = "closed, not found, b of b", expect = ACCEPTABLE, desc = "close, switch")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "the list has become shorter under the switcher")
@Outcome(id = "closed, (b|not found), a of b", expect = FORBIDDEN, desc = "the active id names a session that is gone")
@Outcome(id = "closed, (b|not found), none of b", expect = FORBIDDEN, desc = "a session is open and none is active")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class CloseVersusSwitchByNumber {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public CloseVersusSwitchByNumber() {
        coordinator.createSession("a", "alpha");
        coordinator.createSession("b", "beta");
    }

    @Actor
    public void closer(LLL_Result r) {
        r.r1 = Words.of("closed", () -> coordinator.closeSession("a"));
    }

    @Actor
    public void switcher(LLL_Result r) {
        r.r2 = Words.of(() -> Words.id(coordinator.switchSession("2")));
    }

    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r3 = Words.of(() -> Words.activeOf(coordinator.snapshot()));
    }
}
