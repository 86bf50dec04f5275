package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** A processor has looked up the session of a posted change; before it stores the changed session, a closer closes it. */
@JCStressTest
@Outcome(id = "2 applied, completed, none of none", expect = ACCEPTABLE, desc = "process, close")
@Outcome(id = "2 skipped, active, none of none", expect = ACCEPTABLE, desc = "close, process")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(
        id = "2 applied, .*, (a|none) of a",
        expect = FORBIDDEN,
        desc = "a posted change has brought back a session that was closed")
@Outcome(
        id = "2 applied, (active|waiting), none of none",
        expect = FORBIDDEN,
        desc = "reported as applied to a session that was closed by then")
@Outcome(
        id = "1 applied 1 skipped, .*",
        expect = FORBIDDEN,
        desc = "the close came between two changes of one processing")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class StateChangeVersusClose {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public StateChangeVersusClose() {
        coordinator.createSession("a", "alpha");
        coordinator.postStateChange(new StateChange.NeedsInput("a"));
        coordinator.postStateChange(new StateChange.Completed("a"));
    }

    @Actor
    public void processor(LLL_Result r) {
        r.r1 = Words.of(() -> Words.counts(coordinator.processStateChanges()));
    }

    @Actor
    public void closer(LLL_Result r) {
        r.r2 = Words.of(() -> Words.state(coordinator.closeSession("a")));
    }

    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r3 = Words.of(() -> Words.activeOf(coordinator.snapshot()));
    }
}
