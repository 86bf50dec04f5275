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

/** Two creators both find the name free, and both take it. */
@JCStressTest
@Outcome(id = "created, name taken, a of a", expect = ACCEPTABLE, desc = "a, b")
@Outcome(id = "name taken, created, b of b", expect = ACCEPTABLE, desc = "b, a")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = "created, created, .*", expect = FORBIDDEN, desc = "both took the name: a switch finds one or the other")
@Outcome(id = "name taken, name taken, .*", expect = FORBIDDEN, desc = "each was refused because of the other")
@Outcome(
        id = {"created, name taken, .* of .*b", "name taken, created, .* of a.*"},
        expect = FORBIDDEN,
        desc = "a refused create has left its session")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class DuplicateName {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    @Actor
    public void creatorOfA(LLL_Result r) {
        r.r1 = Words.of("created", () -> coordinator.createSession("a", "alpha"));
    }

    @Actor
    public void creatorOfB(LLL_Result r) {
        r.r2 = Words.of("created", () -> coordinator.createSession("b", "alpha"));
    }

    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r3 = Words.of(() -> Words.activeOf(coordinator.snapshot()));
    }
}
