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

/** Two creators both find the id free, and both take it. */
@JCStressTest
@Outcome(id = "created, id taken, alpha", expect = ACCEPTABLE, desc = "alpha, beta")
@Outcome(id = "id taken, created, beta", expect = ACCEPTABLE, desc = "beta, alpha")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = "created, created, .*", expect = FORBIDDEN, desc = "both took the id: one of them has lost its session")
@Outcome(id = "id taken, id taken, .*", expect = FORBIDDEN, desc = "each was refused because of the other")
@Outcome(
        id = {"created, id taken, (beta|none)", "id taken, created, (alpha|none)"},
        expect = FORBIDDEN,
        desc = "a refused create has replaced the session")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class DuplicateCreate {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    @Actor
    public void creatorOfAlpha(LLL_Result r) {
        r.r1 = Words.of("created", () -> coordinator.createSession("a", "alpha"));
    }

    @Actor
    public void creatorOfBeta(LLL_Result r) {
        r.r2 = Words.of("created", () -> coordinator.createSession("a", "beta"));
    }

    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r3 = Words.of(() -> Words.names(coordinator.listSessions()));
    }
}
