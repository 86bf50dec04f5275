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

/** Two creators both find room for one more session. */
@JCStressTest
@Outcome(id = "created, full, a of a b", expect = ACCEPTABLE, desc = "b, c")
@Outcome(id = "full, created, a of a c", expect = ACCEPTABLE, desc = "c, b")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = "created, created, .*", expect = FORBIDDEN, desc = "both took the last place: the limit is exceeded")
@Outcome(id = "full, full, .*", expect = FORBIDDEN, desc = "each was refused for the other: the last place stays free")
@Outcome(
        id = {"created, full, a of a c", "full, created, a of a b"},
        expect = FORBIDDEN,
        desc = "the session refused is the one that is open")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class LimitRace {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public LimitRace() {
        coordinator.createSession("a", "alpha");
    }

    @Actor
    public void creatorOfB(LLL_Result r) {
        r.r1 = Words.of("created", () -> coordinator.createSession("b", "beta"));
    }

    @Actor
    public void creatorOfC(LLL_Result r) {
        r.r2 = Words.of("created", () -> coordinator.createSession("c", "gamma"));
    }

    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r3 = Words.of(() -> Words.activeOf(coordinator.snapshot()));
    }
}
